/** The contender with Confluent's Parallel Consumer, on the Kafka clients that it was built for. */
@NullMarked
package dev.andon.bench.parallel;

import org.jspecify.annotations.NullMarked;

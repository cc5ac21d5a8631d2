/** The contender with Apache Flink: a local mini-cluster in one process. */
@NullMarked
package dev.andon.bench.flink;

import org.jspecify.annotations.NullMarked;

/**
 * The Kafka Streams application: topics, stores, the in-flight ledger and the processors around it. Depends on {@code core}, {@code async}, {@code avro}, {@code config}, {@code images} and {@code metrics}.
 */
@NullMarked
package dev.andon.topology;

import org.jspecify.annotations.NullMarked;

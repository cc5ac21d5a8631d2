/**
 * The Kafka Streams applications: {@code inspect} decides, {@code review} learns from what people say of it. Depends on {@code
 * core}, {@code async}, {@code avro}, {@code config}, {@code images} and {@code metrics}.
 */
@NullMarked
package dev.andon.topology;

import org.jspecify.annotations.NullMarked;

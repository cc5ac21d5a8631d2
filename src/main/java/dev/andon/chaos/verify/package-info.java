/**
 * Whether the promises were kept, told from the topics alone: one decision per frame, in order, by the policies in
 * force; and how long results were missing after a kill. Depends on {@code core}, {@code avro}, {@code config},
 * {@code chaos.feed}, {@code demo.summary} and Kafka's consumer.
 */
@NullMarked
package dev.andon.chaos.verify;

import org.jspecify.annotations.NullMarked;

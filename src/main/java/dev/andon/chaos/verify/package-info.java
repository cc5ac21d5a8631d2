/**
 * Whether the promises were kept, told from the topics alone: one decision per frame, in order, by the policies and
 * thresholds in force; each verdict counted once; and how long results were missing after a kill. Depends on {@code core},
 * {@code avro}, {@code config}, {@code chaos.clients}, {@code chaos.feed}, {@code chaos.jury}, {@code demo.summary} and
 * Kafka's consumer.
 */
@NullMarked
package dev.andon.chaos.verify;

import org.jspecify.annotations.NullMarked;

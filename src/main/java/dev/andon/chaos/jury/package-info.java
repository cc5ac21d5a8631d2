/**
 * Somebody who judges inspections while everything is being broken, by a plan that the seed determines, and notes what was
 * said. Depends on {@code core}, {@code avro}, {@code config}, {@code chaos.clients}, {@code topology}
 * and Kafka's clients.
 */
@NullMarked
package dev.andon.chaos.jury;

import org.jspecify.annotations.NullMarked;

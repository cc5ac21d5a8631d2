/**
 * The review application: joins decisions with what people say of them, learns thresholds and publishes both. Depends on
 * the core, {@code avro}, {@code config}, {@code metrics} and the topology's state and letters.
 */
@NullMarked
package dev.andon.topology.review;

import org.jspecify.annotations.NullMarked;

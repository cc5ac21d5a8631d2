/**
 * The review application: joins decisions with what people say of them, learns thresholds and publishes both. Depends on
 * {@code core}, {@code avro}, {@code config}, {@code metrics} and the other packages of {@code topology}, but for {@code
 * inspect}.
 */
@NullMarked
package dev.andon.topology.review;

import org.jspecify.annotations.NullMarked;

/**
 * What the scores of a frame cost once there are answers and vectors. Depends on {@code embedding}, {@code plant} and
 * {@code report}.
 */
@NullMarked
package dev.andon.bench.measures;

import org.jspecify.annotations.NullMarked;

/**
 * Measures of how much the samples of one frame differ, and the {@link dev.andon.core.uncertainty.Embedder} port. Pure functions; depends on {@code core.sampling}.
 */
@NullMarked
package dev.andon.core.uncertainty;

import org.jspecify.annotations.NullMarked;

/**
 * What is asked of a vision-language model and what comes back: questions, samples, plans and the {@link dev.andon.core.sampling.Sampler} port. Depends on {@code core.frame}.
 */
@NullMarked
package dev.andon.core.sampling;

import org.jspecify.annotations.NullMarked;

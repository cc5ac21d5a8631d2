/**
 * Client of OpenAI-compatible vision-language model servers; implements {@link dev.andon.core.sampling.Sampler}. Depends on {@code core}, {@code config}, {@code metrics} and {@code http}.
 */
@NullMarked
package dev.andon.vlm;

import org.jspecify.annotations.NullMarked;

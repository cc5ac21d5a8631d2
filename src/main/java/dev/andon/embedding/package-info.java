/**
 * Sentence embeddings computed in this process; implements {@link dev.andon.core.uncertainty.Embedder}. Depends on {@code core} and {@code config}.
 */
@NullMarked
package dev.andon.embedding;

import org.jspecify.annotations.NullMarked;

/**
 * Sentence embeddings, computed in this process or asked of a server; implements {@link dev.andon.core.uncertainty.Embedder}. Depends on {@code core}, {@code config}, {@code metrics} and {@code http}.
 */
@NullMarked
package dev.andon.embedding;

import org.jspecify.annotations.NullMarked;

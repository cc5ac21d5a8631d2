package dev.andon.embedding;

import java.time.Instant;
import java.util.List;

import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Embeddings;

/** Asks an embedder that has all the time in the world. */
final class TestVectors {

    private TestVectors() {}

    static List<float[]> of(Embedder embedder, String... texts) {
        try {
            return switch (embedder.embed(List.of(texts), Instant.MAX)) {
                case Embeddings.Vectors(List<float[]> each) -> each;
                case Embeddings.Unavailable(String detail) -> throw new AssertionError(detail);
            };
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

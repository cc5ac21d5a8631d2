package dev.andon.config;

/**
 * What turns captions into vectors.
 *
 * @param kind {@code IN_PROCESS} or {@code NONE}
 */
public record EmbeddingConfig(Kind kind) {

    public enum Kind {
        /** all-MiniLM-L6-v2 in this process; knows English alone. */
        IN_PROCESS,
        /** No vectors: recipes need a measure that works without. */
        NONE
    }
}

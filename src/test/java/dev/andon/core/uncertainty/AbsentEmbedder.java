package dev.andon.core.uncertainty;

import java.time.Instant;
import java.util.List;

/** An embedder whose server is away. Any thread. */
record AbsentEmbedder(String detail) implements Embedder {

    @Override
    public String name() {
        return "absent";
    }

    @Override
    public boolean knows(String language) {
        return true;
    }

    @Override
    public Embeddings embed(List<String> texts, Instant deadline) {
        return new Embeddings.Unavailable(detail);
    }
}

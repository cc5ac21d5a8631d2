package dev.andon.demo.vlmserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Embeddings;
import dev.andon.embedding.InProcessEmbedder;
import org.jspecify.annotations.Nullable;

/** The sentence model, loaded when it is first needed: few ask this server for more than answers. Any thread. */
final class LazyEmbedder implements Embedder, AutoCloseable {

    @GuardedBy("this")
    private @Nullable InProcessEmbedder loaded;

    @Override
    public String name() {
        return ModelCard.EMBEDDINGS;
    }

    @Override
    public boolean knows(String language) {
        return model().knows(language);
    }

    @Override
    public Embeddings embed(List<String> texts, Instant deadline) {
        return model().embed(texts, deadline);
    }

    private synchronized InProcessEmbedder model() {
        if (loaded == null) {
            try {
                loaded = InProcessEmbedder.load();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return loaded;
    }

    @Override
    public synchronized void close() {
        if (loaded != null) {
            loaded.close();
        }
    }
}

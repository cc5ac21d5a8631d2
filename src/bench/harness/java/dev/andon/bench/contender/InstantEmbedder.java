package dev.andon.bench.contender;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Embeddings;

/** Vectors of the length that sentence models give, by chance and at no cost: equal for equal sentences. Any thread. */
final class InstantEmbedder implements Embedder {

    private static final int LENGTH = 384;

    @Override
    public String name() {
        return "stub";
    }

    @Override
    public boolean knows(String language) {
        return true;
    }

    @Override
    public Embeddings embed(List<String> texts, Instant deadline) {
        return new Embeddings.Vectors(texts.stream().map(InstantEmbedder::vector).toList());
    }

    private static float[] vector(String text) {
        SplittableRandom random = new SplittableRandom(text.hashCode());
        float[] vector = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            vector[i] = random.nextFloat();
        }
        return vector;
    }
}

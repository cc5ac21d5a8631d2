package dev.andon.bench.measures;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Embeddings;

/** Has a vector for every text at once, as long as those of the sentence model. One thread. */
final class RandomVectors implements Embedder {

    private static final int LENGTH = 384;

    private final Map<String, float[]> known = new HashMap<>();

    @Override
    public String name() {
        return "random";
    }

    @Override
    public boolean knows(String language) {
        return true;
    }

    @Override
    public Embeddings embed(List<String> texts, Instant deadline) {
        return new Embeddings.Vectors(
                texts.stream().map(text -> known.computeIfAbsent(text, RandomVectors::vector)).toList());
    }

    private static float[] vector(String text) {
        Random random = new Random(text.hashCode());
        float[] vector = new float[LENGTH];
        IntStream.range(0, LENGTH).forEach(i -> vector[i] = (float) random.nextGaussian());
        return vector;
    }
}

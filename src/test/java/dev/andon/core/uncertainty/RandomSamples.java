package dev.andon.core.uncertainty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Sample;

/** Samples and vectors drawn from a seed, the strange ones more often than in life. One thread. */
final class RandomSamples {

    private static final int DIMENSIONS = 24;
    private static final List<String> PIECES = List.of("bolt ", "Bolt ", "bolt\u00a0", "二つの穴", "Ｍ８", "🔩", "e\u0301",
            "é",
            "ﬁ", "İ", "ΑΣ", "\u200b", "\u0000", "\ud83d", "\udd29", "\u202e", "\n", "مسمار", "👩\u200d🏭", "ß",
            "\uffff", "…");

    private final Random random;

    RandomSamples(long seed) {
        this.random = new Random(seed);
    }

    /** From 2 to 20. */
    List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        int count = random.nextInt(2, 21);
        while (samples.size() < count) {
            boolean repeat = !samples.isEmpty() && random.nextInt(4) == 0;
            samples.add(repeat ? samples.getFirst() : sample());
        }
        return samples;
    }

    Sample sample() {
        List<Answer> answers = TestSamples.LABELS.answers();
        return TestSamples.sample(0, answers.get(random.nextInt(answers.size())).value(), caption());
    }

    /** Of any length, never zero. */
    float[] vector() {
        return vector(random);
    }

    /** The same vector for the same text, whatever stands beside it. */
    Embedder embedder() {
        return new Embedder() {
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
                        texts.stream().map(text -> vector(new Random(text.hashCode()))).toList());
            }
        };
    }

    private String caption() {
        StringBuilder caption = new StringBuilder();
        int pieces = random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            caption.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return caption.toString().isBlank() ? "?" : caption.toString();
    }

    private static float[] vector(Random random) {
        float scale = (float) Math.pow(10, random.nextInt(-30, 31));
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian() * scale;
        }
        return vector;
    }
}

package dev.andon.bench.embedding;

import java.util.Arrays;
import java.util.List;

/**
 * How far vectors are from those of the same texts embedded one by one.
 *
 * @param same        that are equal bit for bit
 * @param count       of all
 * @param leastCosine between the two vectors of a text
 * @param diversity   greatest difference between the two caption-diversities of five neighbours
 */
record Likeness(long same, int count, double leastCosine, double diversity) {

    private static final int FRAME = 5;

    static Likeness of(List<float[]> vectors, List<float[]> alone) {
        long same = 0;
        double least = 1;
        double most = 0;
        for (int i = 0; i < vectors.size(); i++) {
            same += Arrays.equals(vectors.get(i), alone.get(i)) ? 1 : 0;
            least = Math.min(least, cosine(vectors.get(i), alone.get(i)));
        }
        for (int at = 0; at + FRAME <= vectors.size(); at += FRAME) {
            most = Math.max(most, Math.abs(diversity(vectors.subList(at, at + FRAME))
                    - diversity(alone.subList(at, at + FRAME))));
        }
        return new Likeness(same, vectors.size(), least, most);
    }

    /** Mean over pairs of 1 − cosine. */
    private static double diversity(List<float[]> vectors) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = i + 1; j < vectors.size(); j++) {
                sum += 1 - cosine(vectors.get(i), vectors.get(j));
                pairs++;
            }
        }
        return sum / pairs;
    }

    private static double cosine(float[] a, float[] b) {
        return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}

package dev.andon.core.uncertainty;

import java.util.Arrays;

/** The vector of one caption, with a direction: finite and not zero. Immutable. */
final class Embedding {

    private final float[] vector;
    private final double norm;

    private Embedding(float[] vector, double norm) {
        this.vector = vector;
        this.norm = norm;
    }

    /** @throws IllegalArgumentException if the vector is zero or not finite: no angle to it exists */
    static Embedding of(float[] vector) {
        double norm = Math.sqrt(dot(vector, vector));
        if (norm == 0) {
            throw new IllegalArgumentException("zero vector of length " + vector.length + ": it has no direction");
        }
        if (!Double.isFinite(norm)) {
            throw new IllegalArgumentException("a vector of length " + vector.length + " is not finite");
        }
        return new Embedding(vector.clone(), norm);
    }

    /**
     * The cosine of the angle to another vector: −1 to 1, the same in both directions bit for bit, and exactly 1 for
     * equal vectors.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    double cosine(Embedding other) {
        if (vector.length != other.vector.length) {
            throw new IllegalArgumentException(
                    "vectors of length " + vector.length + " and " + other.vector.length + " cannot be compared");
        }
        if (Arrays.equals(vector, other.vector)) {
            return 1;
        }
        return Math.clamp(dot(vector, other.vector) / (norm * other.norm), -1.0, 1.0);
    }

    /** In double: no product or sum of floats overflows there. */
    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}

package dev.andon.core.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** What can be said of every two samples of a frame. */
final class Pairs {

    private Pairs() {}

    /** {@code value} of each pair i &lt; j, row by row: (0,1), (0,2), …, (1,2), …. */
    static <T> List<Double> of(List<T> items, ToDoubleBiFunction<T, T> value) {
        List<Double> pairs = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            for (int j = i + 1; j < items.size(); j++) {
                pairs.add(value.applyAsDouble(items.get(i), items.get(j)));
            }
        }
        return pairs;
    }

    /**
     * The mean of distances, clipped to 0 to 1. They are sorted before they are added, because the sum of
     * floating-point numbers depends on their order.
     *
     * @param distances at least one, each finite
     */
    static double mean(List<Double> distances) {
        double sum = 0;
        for (double distance : distances.stream().sorted().toList()) {
            sum += distance;
        }
        return Math.clamp(sum / distances.size(), 0.0, 1.0);
    }

    /**
     * Where the mean can end when every pair with a sample to come may have any distance from 0 to 1.
     *
     * @param samples   that are there, at least 2
     * @param missing   samples to come
     * @param distances of the pairs that are there, each 0 to 1
     */
    static Range range(int samples, int missing, List<Double> distances) {
        double pairs = number(samples + missing);
        double sum = distances.stream().mapToDouble(Double::doubleValue).sum();
        return Range.rounded(sum / pairs, (sum + pairs - distances.size()) / pairs);
    }

    /** How many pairs so many samples have. */
    static int number(int samples) {
        return samples * (samples - 1) / 2;
    }
}

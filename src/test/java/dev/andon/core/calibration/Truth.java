package dev.andon.core.calibration;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** What is true of the thresholds of the grid on a line that a simulation knows. */
final class Truth {

    private static final int RANKS = 40_000;

    private final double[] coverage = new double[Grid.SIZE];
    private final double[] wrong = new double[Grid.SIZE];

    Truth(Scene scene) {
        for (int i = 0; i < RANKS; i++) {
            double score = scene.scores().applyAsDouble((i + .5) / RANKS);
            coverage[Grid.above(score)] += 1.0 / RANKS;
            wrong[Grid.above(score)] += scene.errors().applyAsDouble(score) / RANKS;
        }
        Arrays.parallelPrefix(coverage, Double::sum);
        Arrays.parallelPrefix(wrong, Double::sum);
    }

    /** Share of the frames that are accepted. */
    double coverage(@Nullable Double value) {
        return value == null ? 0 : coverage[Grid.above(value)];
    }

    /** Share of the frames that are accepted and wrong. */
    double wrong(@Nullable Double value) {
        return value == null ? 0 : wrong[Grid.above(value)];
    }

    /** Share of wrong ones among the accepted. */
    double risk(@Nullable Double value) {
        return coverage(value) == 0 ? 0 : wrong(value) / coverage(value);
    }
}

package dev.andon.core.calibration;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A line as a simulation knows it.
 *
 * @param scores     the score at a rank from 0 to 1
 * @param errors     the probability that a frame is wrong, by score
 * @param unanswered share of the frames that nobody judges
 * @param group      frames in a row of one unit, with one score and one outcome
 */
record Scene(String name, DoubleUnaryOperator scores, DoubleUnaryOperator errors, double unanswered, int group) {

    private static final int RANKS = 40_000;

    /** Scores spread evenly, and all frames judged. */
    static Scene even(String name, DoubleUnaryOperator errors) {
        return new Scene(name, rank -> rank, errors, 0, 1);
    }

    /** The curve of the method, with scores spread evenly. */
    static Scene ofTheMethod() {
        return even("of the method", cubic(.01));
    }

    static DoubleUnaryOperator cubic(double base) {
        return u -> base + .4 * u * u * u;
    }

    /** What is true of each threshold of the grid. */
    Truth truth() {
        double[] coverage = new double[Grid.SIZE];
        double[] wrong = new double[Grid.SIZE];
        for (int i = 0; i < RANKS; i++) {
            double score = scores.applyAsDouble((i + .5) / RANKS);
            coverage[Grid.above(score)] += 1.0 / RANKS;
            wrong[Grid.above(score)] += errors.applyAsDouble(score) / RANKS;
        }
        Arrays.parallelPrefix(coverage, Double::sum);
        Arrays.parallelPrefix(wrong, Double::sum);
        return new Truth(coverage, wrong);
    }

    /**
     * What is true of thresholds, by index.
     *
     * @param coverage share of the frames that are accepted
     * @param wrong    share of the frames that are accepted and wrong
     */
    @SuppressWarnings("ArrayRecordComponent") // read and never compared
    record Truth(double[] coverage, double[] wrong) {

        double coverage(@Nullable Double value) {
            return value == null ? 0 : coverage[Grid.above(value)];
        }

        /** Share of wrong ones among the accepted. */
        double risk(@Nullable Double value) {
            return value == null || coverage(value) == 0 ? 0 : wrong[Grid.above(value)] / coverage(value);
        }

        /** The largest coverage within the promise. */
        double best(double alpha) {
            double best = 0;
            for (int i = 0; i < Grid.SIZE; i++) {
                best = wrong[i] <= alpha * coverage[i] ? coverage[i] : best;
            }
            return best;
        }

        @Override
        public String toString() {
            return "truth";
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

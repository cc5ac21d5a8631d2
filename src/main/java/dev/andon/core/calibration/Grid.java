package dev.andon.core.calibration;

/**
 * The thresholds that can be learnt: 0 to 1 in steps of 0.005, fixed in advance and known by their index. Values are the
 * decimal numbers as people write them, and are compared as the rules compare them: a score that is above 0.3 by one bit
 * is held by the threshold 0.3, and so belongs to the next index.
 */
public final class Grid {

    /** Number of thresholds. */
    public static final int SIZE = 201;

    /** The index of "no threshold": below every other, and accepts nothing. */
    public static final int NONE = -1;

    private static final int STEPS = SIZE - 1;

    private Grid() {}

    /** The threshold at an index from 0 to {@code SIZE} - 1. */
    public static double value(int index) {
        return (double) index / STEPS;
    }

    /**
     * The index of the strictest threshold that accepts a score.
     *
     * @param score 0 to 1
     */
    public static int above(double score) {
        int index = (int) Math.ceil(score * STEPS);
        if (index > 0 && score <= value(index - 1)) {
            return index - 1;
        }
        return score <= value(index) ? index : index + 1;
    }

    /** The index of the loosest threshold that is not above a value from 0 to 1. */
    public static int upTo(double value) {
        int index = above(value);
        return value(index) <= value ? index : index - 1;
    }
}

package dev.andon.core.calibration;

/**
 * Where a look begins to test, and with which share of its delta: fixed by scores alone, before any verdict counts.
 *
 * <p>The start is the strictest threshold that is expected to accept m of the n labelled frames. It takes z = ln δ / ln(1 −
 * α) of them to certify anything where none is wrong, so a start near z fails for one error or two, and one that accepts
 * nearly all n fails for the errors of unsure frames that nobody needed to accept. m = 5 z is good where n is large;
 * where it is not, √(z n) lies halfway. Without enough scores there are two fixed starts, each with half of delta.
 */
final class Starts {

    /** Scores by which a start can be chosen. */
    static final int ENOUGH = 200;

    private static final double ROOM = 5;
    private static final double[] FIXED = {0.25, 0.5};

    private Starts() {}

    /**
     * Shares of delta by index.
     *
     * @param scores of frames that are no evidence of this look
     * @param frames labelled frames of the look
     * @param cap    index of the loosest threshold that may be tested
     */
    static double[] shares(Histogram scores, int frames, double alpha, double delta, int cap) {
        double[] shares = new double[Grid.SIZE];
        if (scores.total() < ENOUGH) {
            for (double start : FIXED) {
                shares[Math.min(Grid.above(start), cap)] += 1.0 / FIXED.length;
            }
            return shares;
        }
        double needed = LookPlan.needed(alpha, delta);
        double accepted = Math.min(ROOM * needed, Math.sqrt(needed * frames));
        int start = 0;
        int below = scores.at(0);
        while (start < cap && (double) below * frames < accepted * scores.total()) {
            below += scores.at(++start);
        }
        shares[start] = 1;
        return shares;
    }
}

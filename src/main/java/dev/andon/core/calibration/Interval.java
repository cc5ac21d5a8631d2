package dev.andon.core.calibration;

import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * Bounds of an unknown share.
 *
 * @param low  0 to 1
 * @param high {@code low} to 1
 */
public record Interval(double low, double high) {

    private static final double CONFIDENCE = 0.95;

    /**
     * The exact interval of Clopper and Pearson (Biometrika 26, 1934) at 95 %: the shares under which neither as few nor
     * as many hits would be rarer than 2.5 %.
     *
     * @param hits   0 to {@code trials}
     * @param trials at least 0; without trials nothing is known: 0 to 1
     */
    public static Interval of(int hits, int trials) {
        return of(hits, trials, CONFIDENCE);
    }

    /**
     * The same at another confidence.
     *
     * @param confidence above 0 and below 1
     */
    public static Interval of(int hits, int trials, double confidence) {
        double tail = (1 - confidence) / 2;
        double low = hits == 0
                ? 0
                : new BetaDistribution(hits, trials - hits + 1.0).inverseCumulativeProbability(tail);
        double high = hits == trials
                ? 1
                : new BetaDistribution(hits + 1.0, trials - hits).inverseCumulativeProbability(1 - tail);
        return new Interval(low, high);
    }

    /** Whether every share within is below every share within {@code other}. */
    public boolean below(Interval other) {
        return high < other.low;
    }
}

package dev.andon.core.calibration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Whether new scores are distributed as old ones were: the test of Kolmogorov and Smirnov on the counts of two blocks.
 * It needs no verdicts.
 *
 * <p>For two blocks of n ≥ 458 independent scores each, P(D ≥ d) ≤ 2 exp(−n d²) whatever the distribution, ties included
 * (Wei and Dudley, "Two-sample Dvoretzky-Kiefer-Wolfowitz inequalities", Statistics and Probability Letters 82, 2012).
 * At one false alarm in a million tests that is d = 0.12. A test is made per full block and no oftener: a frame a second
 * makes 2,600 tests a month and 0.3 % months with a false alarm. Frames that hang together make it likelier.
 */
final class ScoreDrift {

    /** Probability of a false alarm, of each test. */
    static final double LEVEL = 1e-6;

    private static final double CRITICAL = Math.sqrt(StrictMath.log(2 / LEVEL) / ScoreBook.BLOCK);

    private ScoreDrift() {}

    /**
     * What has changed, in words; null where nothing has.
     *
     * @param until when the newest score came
     */
    static @Nullable String alarm(Histogram reference, Histogram recent, Instant until) {
        if (reference.total() == 0) {
            return null;
        }
        int index = 0;
        double widest = 0;
        int before = 0;
        int after = 0;
        for (int i = 0; i < Grid.SIZE; i++) {
            before += reference.at(i);
            after += recent.at(i);
            double distance = Math.abs(share(before, reference) - share(after, recent));
            if (distance > widest) {
                widest = distance;
                index = i;
            }
        }
        return widest < CRITICAL
                ? null
                : "the scores have changed: " + Words.percent(share(reference.upTo(index), reference))
                        + " were up to " + Words.number(Grid.value(index)) + ", of the last "
                        + Words.count(recent.total()) + " up to " + Words.date(until) + " it were "
                        + Words.percent(share(recent.upTo(index), recent));
    }

    private static double share(int count, Histogram of) {
        return (double) count / of.total();
    }
}

package dev.andon.ingest.watch;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * From when on something is wrong with a camera.
 *
 * @param maintenance whether people work on it: then nothing is wrong, and nothing is learnt; afterwards everything is learnt
 *                    anew
 * @param holds       how long a condition has to hold before it begins, and must not hold before it ends, without a break;
 *                    0 or longer
 * @param frozenAfter how long the same picture has to come again and again; 0 or longer
 * @param black       exposure below which a picture is black, 0 to 1; 0 for never
 * @param dropping    how long dropped frames are remembered; above 0
 */
public record WatchPolicy(boolean maintenance, Duration holds, Rate rate, Duration frozenAfter, double black, Blur blur,
        Duration dropping) {

    /** What suits most cameras; no rate is expected. */
    public static final WatchPolicy USUAL = new WatchPolicy(false, Duration.ofSeconds(10),
            new Rate(null, 0.8, Duration.ofSeconds(30)), Duration.ofSeconds(10), 0.02,
            new Blur(0.25, Duration.ofMinutes(1), 300, Duration.ofHours(1)), Duration.ofMinutes(1));

    /** @throws IllegalArgumentException if a value is out of its bounds */
    public WatchPolicy {
        check(!holds.isNegative(), "holds", holds);
        check(!frozenAfter.isNegative(), "frozenAfter", frozenAfter);
        check(black >= 0 && black <= 1, "black", black);
        check(dropping.isPositive(), "dropping", dropping);
    }

    /**
     * How many pictures should come.
     *
     * @param expected pictures per second, above 0; null where nobody knows, as of cameras that are triggered: then the
     *                 rate is never wrong
     * @param share    of the expected rate, below which it is; 0 to 1, 1 exclusive; 0 for never
     * @param over     the shortest time that the rate is measured over, 1 s or longer
     */
    public record Rate(@Nullable Double expected, double share, Duration over) {

        /** Pictures that are expected in a span: one that is a little late must not weigh much. */
        private static final int ENOUGH = 20;

        private static final Duration LONGEST = Duration.ofDays(1);

        /** @throws IllegalArgumentException if a value is out of its bounds */
        public Rate {
            check(expected == null || (expected > 0 && expected < 1_000_000), "expected", String.valueOf(expected));
            check(share >= 0 && share < 1, "share", share);
            check(over.compareTo(Duration.ofSeconds(1)) >= 0 && over.compareTo(LONGEST) <= 0, "over", over);
        }

        /** The time that the rate is measured over: longer where few pictures come. */
        Duration span() {
            double seconds = expected == null ? 0 : Math.min(ENOUGH / expected, (double) LONGEST.toSeconds());
            Duration needed = Duration.ofMillis((long) (seconds * 1_000));
            return needed.compareTo(over) > 0 ? needed : over;
        }
    }

    /**
     * When pictures are blurred, measured by what this camera's have been: see {@link SharpnessHistory}.
     *
     * @param share  of the usual sharpness, below which they are; 0 to 1, 1 exclusive; 0 for never
     * @param holds  how long every picture has to be, in place of {@link WatchPolicy#holds()}: a belt is empty now and then;
     *               0 or longer
     * @param begins pictures, at most one a second, after which the history begins; 1 to 10,000
     * @param halves in which the usual sharpness can double or halve, above 0: what goes slower is no blur
     */
    public record Blur(double share, Duration holds, int begins, Duration halves) {

        /** @throws IllegalArgumentException if a value is out of its bounds */
        public Blur {
            check(share >= 0 && share < 1, "share", share);
            check(!holds.isNegative(), "holds", holds);
            check(begins >= 1 && begins <= 10_000, "begins", begins);
            check(halves.isPositive(), "halves", halves);
        }
    }

    /** The same, with a rate that is expected or not. */
    public WatchPolicy expecting(@Nullable Double rateExpected) {
        return new WatchPolicy(maintenance, holds, new Rate(rateExpected, rate.share(), rate.over()), frozenAfter,
                black,
                blur, dropping);
    }

    /** The same, in maintenance or not. */
    public WatchPolicy inMaintenance(boolean yes) {
        return new WatchPolicy(yes, holds, rate, frozenAfter, black, blur, dropping);
    }

    private static void check(boolean right, String name, Object value) {
        if (!right) {
            throw new IllegalArgumentException(name + " is " + value + ", out of its bounds");
        }
    }
}

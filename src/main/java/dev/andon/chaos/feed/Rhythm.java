package dev.andon.chaos.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When the frames of a line come, at a given rate on average. One thread. */
final class Rhythm {

    /** How regularly. */
    enum Kind {
        /** About evenly. */
        STEADY,
        /** Each at any time (a Poisson process). */
        RANDOM,
        /** Many at once, then none for long. */
        BURSTS
    }

    private static final double BURST_PAUSE = 0.03;

    private final Kind kind;
    private final double rate;
    private final RandomGenerator random;
    private int left;

    /** @param rate frames per second, above 0 */
    Rhythm(Kind kind, double rate, RandomGenerator random) {
        this.kind = kind;
        this.rate = rate;
        this.random = random;
    }

    /** How long to wait before the next frame. */
    Duration next() {
        double seconds = switch (kind) {
            case STEADY -> random.nextDouble(0.7, 1.3) / rate;
            case RANDOM -> random.nextExponential() / rate;
            case BURSTS -> burst();
        };
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    private double burst() {
        if (left > 0) {
            left--;
            return BURST_PAUSE;
        }
        int frames = random.nextInt(5, 21);
        left = frames - 1;
        return random.nextDouble(0.5, 1.5) * Math.max(BURST_PAUSE, frames / rate - left * BURST_PAUSE);
    }
}

package dev.andon.replay.reask;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How many frames may go now, at so many a second. What could not go is not caught up beyond one second's worth. One thread.
 */
final class Allowance {

    private final double perSecond;
    private final InstantSource clock;
    private Instant then;
    private double saved;

    /** @param perSecond above 0 */
    Allowance(double perSecond, InstantSource clock) {
        this.perSecond = perSecond;
        this.clock = clock;
        this.then = clock.instant();
        this.saved = 1;
    }

    /** How many may go by now. */
    int now() {
        Instant now = clock.instant();
        double since = Duration.between(then, now).toNanos() / 1e9;
        then = now;
        saved = Math.min(saved + since * perSecond, Math.max(1, perSecond));
        return (int) saved;
    }

    /** So many went. */
    void spend(int frames) {
        saved -= frames;
    }
}

package dev.andon.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

/** Spreads events evenly over time. One thread. */
public final class Pace {

    private final double perSecond;
    private final InstantSource clock;
    private @Nullable Instant start;
    private long events;

    /** @param perSecond above 0; infinity for no pace at all */
    public Pace(double perSecond, InstantSource clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** How long to wait before the next event; 0 where it is due. */
    public Duration next() {
        if (start == null) {
            start = clock.instant();
        }
        Instant due = start.plusNanos((long) (events++ / perSecond * 1e9));
        Duration wait = Duration.between(clock.instant(), due);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}

package dev.andon.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/** Tells when work is due and none has been finished for long. Any thread; has to be asked now and then. */
final class StallWatch {

    private final LongSupplier sent;
    private final LongSupplier done;
    private final Duration limit;
    private final InstantSource clock;

    @GuardedBy("this")
    private long best = -1;

    @GuardedBy("this")
    private Instant since;

    StallWatch(LongSupplier sent, LongSupplier done, Duration limit, InstantSource clock) {
        this.sent = sent;
        this.done = done;
        this.limit = limit;
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Whether everything that was sent is done. */
    boolean quiet() {
        return done.getAsLong() >= sent.getAsLong();
    }

    /** Whether something that was sent is not done, and the number of those that are has stood still beyond the limit. */
    synchronized boolean stalled() {
        long now = done.getAsLong();
        if (now != best || quiet()) {
            best = now;
            since = clock.instant();
        }
        return Duration.between(since, clock.instant()).compareTo(limit) > 0;
    }
}

package dev.andon.topology.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What time it is for a task: that of the records that it reads, for as long as there are any, and that of the clock once
 * nothing has come for a while. Otherwise a task that was away for a day would take frames for unanswered whose verdicts it
 * has yet to read. Never goes back. One thread.
 */
final class TaskTime {

    /** Longer than a start, or a new leader of a partition, keeps records away. */
    static final Duration QUIET = Duration.ofSeconds(30);

    private final InstantSource clock;
    private Instant lastCame;
    private Instant time = Instant.EPOCH;

    TaskTime(InstantSource clock) {
        this.clock = clock;
        this.lastCame = clock.instant();
    }

    /** A record of this time is read. */
    void read(Instant timestamp) {
        lastCame = clock.instant();
        advance(timestamp);
    }

    Instant now() {
        Instant now = clock.instant();
        if (!now.isBefore(lastCame.plus(QUIET))) {
            advance(now);
        }
        return time;
    }

    private void advance(Instant to) {
        time = to.isAfter(time) ? to : time;
    }
}

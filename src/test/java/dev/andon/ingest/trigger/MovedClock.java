package dev.andon.ingest.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. Any thread. */
final class MovedClock implements InstantSource {

    private volatile Instant now;

    MovedClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void set(Instant time) {
        now = time;
    }

    void move(Duration by) {
        now = now.plus(by);
    }
}

package dev.andon.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A clock that moves only when somebody sleeps. Any thread. */
public final class FakeTime {

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final List<Duration> pauses = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(7);

    public Ambience ambience() {
        return new Ambience(this::now, this::next, this::sleep);
    }

    public synchronized Instant now() {
        return now;
    }

    public synchronized void sleep(Duration pause) {
        pauses.add(pause);
        now = now.plus(pause);
    }

    private synchronized long next() {
        return random.nextLong();
    }

    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    public Instant in(Duration time) {
        return now().plus(time);
    }
}

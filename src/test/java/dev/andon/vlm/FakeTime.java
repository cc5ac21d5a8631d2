package dev.andon.vlm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A clock that moves only when somebody sleeps. Any thread. */
final class FakeTime {

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final List<Duration> pauses = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(7);

    Ambience ambience() {
        return new Ambience(this::now, this::next, this::sleep);
    }

    synchronized Instant now() {
        return now;
    }

    synchronized void sleep(Duration pause) {
        pauses.add(pause);
        now = now.plus(pause);
    }

    private synchronized long next() {
        return random.nextLong();
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    Instant in(Duration time) {
        return now().plus(time);
    }
}

package dev.andon.ingest.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Counts pictures that no trigger asked for, over a span at a time. One at a time. */
final class Strays {

    private static final Duration SPAN = Duration.ofSeconds(10);

    private int count;
    private @Nullable Instant since;
    private Instant first = Instant.MIN;
    private Instant last = Instant.MIN;

    void add(Instant takenAt, Instant now) {
        if (since == null) {
            since = now;
            first = takenAt;
        }
        last = takenAt;
        count++;
    }

    /** Those of a span that is over. */
    Optional<JoinEvent.FramesWithoutTrigger> look(Instant now) {
        if (since == null || now.isBefore(since.plus(SPAN))) {
            return Optional.empty();
        }
        JoinEvent.FramesWithoutTrigger strays = new JoinEvent.FramesWithoutTrigger(count, first, last);
        since = null;
        count = 0;
        return Optional.of(strays);
    }
}

package dev.andon.ingest.buffer;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** The drops of one cause that were not said yet. One thread at a time. */
final class DropTally {

    private final Drop.Cause cause;
    private final Duration every;
    private Instant silentUntil = Instant.MIN;
    private Instant from = Instant.MIN;
    private Instant to = Instant.MIN;
    private long count;
    private String detail = "";

    /** @param every at most so often something is said */
    DropTally(Drop.Cause cause, Duration every) {
        this.cause = cause;
        this.every = every;
    }

    /** More were dropped. */
    void add(int more, String why, Instant now) {
        from = count == 0 ? now : from;
        to = now;
        count += more;
        detail = why;
    }

    /** What is to be said now; null for nothing. */
    Announcement.@Nullable Dropped due(Instant now) {
        return now.isBefore(silentUntil) ? null : rest(now);
    }

    /** What was not said yet; null for nothing. */
    Announcement.@Nullable Dropped rest(Instant now) {
        if (count == 0) {
            return null;
        }
        Announcement.Dropped said = new Announcement.Dropped(cause, count, from, to, detail);
        silentUntil = now.plus(every);
        count = 0;
        return said;
    }
}

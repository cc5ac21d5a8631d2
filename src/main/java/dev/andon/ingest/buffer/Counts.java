package dev.andon.ingest.buffer;

import java.util.EnumMap;
import java.util.Map;

/** What has come of the frames of a backlog. Guarded by it. */
final class Counts {

    final long found;
    final Map<Drop.Cause, Long> dropped = new EnumMap<>(Drop.Cause.class);
    long offered;
    long published;
    long overtaken;
    long damaged;

    Counts(long found) {
        this.found = found;
    }

    void drop(Drop.Cause cause, int count) {
        dropped.merge(cause, (long) count, Long::sum);
    }
}

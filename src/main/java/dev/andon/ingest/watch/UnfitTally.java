package dev.andon.ingest.watch;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Tells of pictures that can be no frames in few words: at once of the first, of the next ones together. One thread. */
final class UnfitTally {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private long untold;
    private String detail = "";
    private Instant due = Instant.MIN;

    void add(String why) {
        untold++;
        detail = why;
    }

    /** What there is to tell; null for nothing, or nothing yet. */
    @Nullable
    String due(Instant now) {
        if (untold == 0 || now.isBefore(due)) {
            return null;
        }
        String told = "pictures that can be no frames: " + untold + ", the last one " + detail;
        untold = 0;
        due = now.plus(EVERY);
        return told;
    }
}

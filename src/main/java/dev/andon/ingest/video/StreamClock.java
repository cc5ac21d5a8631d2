package dev.andon.ingest.video;

import java.time.Instant;

/**
 * Tells when pictures of a live stream were taken: by the stream's own clock, which keeps their distances whatever the
 * network does, set by ours. One thread.
 *
 * <p>A picture cannot arrive before it is taken, so the shortest way that any took lately, from its time to its arrival,
 * is the least wrong difference of the two clocks; pictures that were held up on the way are told apart by it. Two spans of
 * pictures are looked at in turn, so that a drift is followed within {@value #SPAN_MILLIS} to twice as many milliseconds.
 * What a camera needs for every picture, from its exposure to its sending, stays in the times.
 */
final class StreamClock {

    static final long SPAN_MILLIS = 30_000;

    /** A time that lies further back is of a clock that was set anew. */
    private static final long BACKWARDS_MILLIS = 1_000;

    private long begun;
    private long latest;
    private long before = Long.MAX_VALUE;
    private long now = Long.MAX_VALUE;
    private boolean started;

    /**
     * Looks at a picture.
     *
     * @param millis  by the clock of the stream
     * @param arrived by ours
     */
    void hear(long millis, Instant arrived) {
        long difference = arrived.toEpochMilli() - millis;
        if (!started || millis < latest - BACKWARDS_MILLIS) {
            started = true;
            begun = millis;
            before = Long.MAX_VALUE;
            now = difference;
        } else if (millis - begun >= SPAN_MILLIS) {
            begun = millis;
            before = now;
            now = difference;
        } else {
            now = Math.min(now, difference);
        }
        latest = millis;
    }

    /** When a picture was taken that was heard of. */
    Instant at(long millis) {
        return Instant.ofEpochMilli(millis + Math.min(before, now));
    }
}

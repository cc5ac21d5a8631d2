package dev.andon.bench.overhead;

import java.time.Duration;

/**
 * A part of a run.
 *
 * @param frames after which it ends
 * @param limit  after which it ends at the latest
 */
record Stretch(long frames, Duration limit) {

    static Stretch of(long frames, int seconds) {
        return new Stretch(frames, Duration.ofSeconds(seconds));
    }

    /** With more frames in the same time. */
    Stretch times(int factor) {
        return new Stretch(factor * frames, limit);
    }
}

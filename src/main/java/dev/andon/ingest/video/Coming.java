package dev.andon.ingest.video;

import java.time.Instant;

import dev.andon.core.frame.ImageBytes;

/** What comes next from ffmpeg. */
sealed interface Coming {

    /**
     * A picture.
     *
     * @param millis  by the clock of the stream
     * @param arrived by ours
     */
    record Picture(long millis, ImageBytes jpeg, Instant arrived) implements Coming {}

    /** Nothing, for as long as one was willing to wait. */
    record Nothing() implements Coming {}

    /** Nothing any more. */
    record Over(Cause cause) implements Coming {}
}

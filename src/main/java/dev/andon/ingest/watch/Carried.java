package dev.andon.ingest.watch;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What became of a camera's frames so far, by those who carry them to their topic.
 *
 * @param published    frames that all replicas have
 * @param dropped      frames that were given up
 * @param waitingBytes of frames in memory that are not acknowledged
 * @param spooledBytes of frames on disk that are not acknowledged
 * @param oldest       how long the oldest of them has waited; null where none waits
 */
public record Carried(long published, long dropped, long waitingBytes, long spooledBytes, @Nullable Duration oldest) {

    /** Nothing yet. */
    public static final Carried NOTHING = new Carried(0, 0, 0, 0, null);
}

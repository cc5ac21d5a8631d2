package dev.andon.ingest.buffer;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of the frames of a camera while Kafka is slow or away.
 *
 * @param onFull   what happens when there is no room
 * @param maxBytes of memory, for frames that are not acknowledged: their images, and a KiB each for the rest. Something
 *                 larger is taken when nothing else is there. At least 1
 * @param spool    where frames go that find no room in memory; null for nowhere
 */
public record BufferPolicy(OnFull onFull, long maxBytes, @Nullable Spool spool) {

    /** Who loses when there is no room. */
    public enum OnFull {
        /** Nobody: the camera waits. */
        WAIT,
        /** The oldest frame that was not handed to Kafka yet; the new one where there is none. */
        DROP_OLDEST,
        /** The new frame. */
        DROP_NEWEST
    }

    /**
     * A directory for frames.
     *
     * @param directory of this camera in this process alone
     * @param maxBytes  of the files in it; not less than those in memory, which go there together
     */
    public record Spool(Path directory, long maxBytes) {}

    /** @throws IllegalArgumentException if a bound is too small */
    public BufferPolicy {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("a buffer of " + maxBytes + " bytes holds nothing: at least 1");
        }
        if (spool != null && spool.maxBytes() < maxBytes) {
            throw new IllegalArgumentException("a spool of " + spool.maxBytes() + " bytes does not take the " + maxBytes
                    + " bytes that may be in memory: let it have at least as many");
        }
    }
}

package dev.andon.config;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of the frames of a camera while Kafka is slow or away.
 *
 * @param whenFull   what is given up
 * @param bytes      of images that wait or are under way, in memory
 * @param spool      directory for those that find no room in memory; null for none
 * @param spoolBytes on disk at most
 */
public record BufferConfig(WhenFull whenFull, DataSize bytes, @Nullable Path spool, DataSize spoolBytes) {

    /** The newest pictures of the last seconds. */
    public static final BufferConfig USUAL = new BufferConfig(WhenFull.DROP_OLDEST, new DataSize(64 << 20), null,
            new DataSize(1L << 30));

    /** The same with another loser. */
    public BufferConfig with(WhenFull other) {
        return new BufferConfig(other, bytes, spool, spoolBytes);
    }

    /** What is given up for a picture that finds no room. */
    public enum WhenFull {
        /** Nothing: the camera is not read any further, which cameras take for so long. */
        WAIT,
        /** What waits longest. */
        DROP_OLDEST,
        /** The picture itself. */
        DROP_NEWEST
    }
}

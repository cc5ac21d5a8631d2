package dev.andon.ingest.buffer;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where a buffer stands at one moment. What came, {@code offered + found}, is always what went and what is there:
 * {@code published}, all of {@code dropped}, {@code damaged} and {@code waiting}.
 *
 * @param offered       frames by the camera
 * @param found         frames on disk, from an earlier run
 * @param published     frames that all replicas have
 * @param overtaken     published frames that stand before an earlier one; see {@link Sending#inFlight()}
 * @param dropped       frames, for each cause
 * @param damaged       files that are no whole frame, and were set aside
 * @param waiting       frames that are not acknowledged; after closing, those that are left on disk
 * @param memoryBytes   of them, see {@link BufferPolicy#maxBytes()}
 * @param spooledFrames of them that are on disk, in memory besides or not
 * @param spooledBytes  of their files
 * @param oldest        when the oldest of them came; null where there is none
 */
public record BufferStatus(
        long offered,
        long found,
        long published,
        long overtaken,
        Map<Drop.Cause, Long> dropped,
        long damaged,
        int waiting,
        long memoryBytes,
        int spooledFrames,
        long spooledBytes,
        @Nullable Instant oldest) {

    public BufferStatus {
        dropped = Map.copyOf(dropped);
    }
}

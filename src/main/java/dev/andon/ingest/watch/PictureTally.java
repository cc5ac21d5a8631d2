package dev.andon.ingest.watch;

import java.time.Instant;

import dev.andon.core.camera.CameraStatus;
import org.jspecify.annotations.Nullable;

/** Counts what a camera gives. One thread. */
final class PictureTally {

    private final Instant since;
    private long taken;
    private long repeated;
    private long unfit;
    private long restarts;
    private @Nullable String lastSha256;
    private @Nullable Instant lastCapturedAt;

    PictureTally(Instant since) {
        this.since = since;
    }

    boolean isFresh(String sha256) {
        return !sha256.equals(lastSha256);
    }

    /** Returns whether it is the same as the one before. */
    boolean take(Instant capturedAt, String sha256) {
        taken++;
        boolean again = !isFresh(sha256);
        if (again) {
            repeated++;
        } else {
            lastSha256 = sha256;
            lastCapturedAt = capturedAt;
        }
        return again;
    }

    void unfit() {
        taken++;
        unfit++;
    }

    void restarted() {
        restarts++;
    }

    @Nullable
    Instant lastCapturedAt() {
        return lastCapturedAt;
    }

    CameraStatus.Counts counts(Carried carried) {
        return new CameraStatus.Counts(since, taken, repeated, unfit, carried.published(), carried.dropped(), restarts);
    }
}

package dev.andon.core.camera;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a camera at one moment.
 *
 * @param framesPerSecond over the last half minute, or longer where few are expected; at least 0
 * @param lastCapturedAt  when the camera took the last picture that differs from the one before; null where none came
 */
public record CameraStatus(
        double framesPerSecond,
        @Nullable Instant lastCapturedAt,
        Counts counts,
        Waiting waiting,
        Quality quality) {

    /**
     * What was counted.
     *
     * @param since     when counting began: with the process, or with the camera
     * @param taken     pictures that the camera gave
     * @param repeated  of them, those that equal the one before bit by bit
     * @param unfit     of them, those that can be no frames
     * @param published frames that all replicas have
     * @param dropped   frames that were given up
     * @param restarts  how often pictures came again after none had come
     */
    public record Counts(Instant since, long taken, long repeated, long unfit, long published, long dropped,
            long restarts) {}

    /**
     * Frames that are not acknowledged yet.
     *
     * @param bytes        in memory
     * @param spooledBytes on disk
     * @param oldest       how long the oldest of them has waited; null where none waits
     */
    public record Waiting(long bytes, long spooledBytes, @Nullable Duration oldest) {}

    /**
     * What pictures have looked like of late, as {@link dev.andon.core.frame.ImageQuality} measures it; null for each that
     * nobody measured.
     */
    public record Quality(@Nullable Double sharpness, @Nullable Double exposure, @Nullable Double noise) {

        /** Nothing was measured. */
        public static final Quality NONE = new Quality(null, null, null);
    }
}

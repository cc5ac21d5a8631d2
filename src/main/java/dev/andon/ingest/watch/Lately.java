package dev.andon.ingest.watch;

import java.time.Duration;
import java.time.Instant;

import dev.andon.core.camera.CameraStatus;
import dev.andon.core.frame.ImageQuality;
import org.jspecify.annotations.Nullable;

/** What pictures have looked like of late: averages that forget, by half in {@link #HALF}. One thread. */
final class Lately {

    static final Duration HALF = Duration.ofSeconds(5);

    private double sharpness;
    private double exposure;
    private double noise;
    private @Nullable Instant last;

    void see(Instant at, ImageQuality quality) {
        double kept = last == null
                ? 0
                : Math.pow(0.5, Duration.between(last, at).toMillis() / (double) HALF.toMillis());
        sharpness = kept * sharpness + (1 - kept) * quality.sharpness();
        exposure = kept * exposure + (1 - kept) * quality.exposure();
        noise = kept * noise + (1 - kept) * quality.noise();
        last = at;
    }

    CameraStatus.Quality quality() {
        return last == null ? CameraStatus.Quality.NONE : new CameraStatus.Quality(sharpness, exposure, noise);
    }
}

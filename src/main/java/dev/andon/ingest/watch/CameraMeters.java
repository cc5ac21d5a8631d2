package dev.andon.ingest.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

import dev.andon.core.camera.CameraState;
import dev.andon.core.camera.CameraStatus;
import dev.andon.metrics.MeterGroup;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import org.jspecify.annotations.Nullable;

/** Shows how a camera is doing as metrics, from when it is watched until it is removed. Any thread. */
public final class CameraMeters implements AutoCloseable {

    private final MeterGroup meters;

    private CameraMeters(MeterGroup meters) {
        this.meters = meters;
    }

    /** Shows it. The meters have to be kept for as long as they are to be shown. */
    public static CameraMeters of(CameraWatch watch, Recorder recorder, InstantSource clock) {
        MeterGroup meters = recorder.group("line", watch.camera().line().value(), "camera", watch.camera().cameraId());
        for (CameraState state : CameraState.values()) {
            meters.gauge(MetricNames.CAMERA_STATE, () -> watch.state() == state ? 1 : 0, "state", state.label());
        }
        counts(watch, meters);
        meters.gauge(MetricNames.CAMERA_RATE, () -> watch.status().framesPerSecond());
        meters.gauge(MetricNames.CAMERA_LAST_AGE, () -> age(watch.status(), clock));
        meters.gauge(MetricNames.CAMERA_WAITING_BYTES, () -> watch.status().waiting().bytes());
        meters.gauge(MetricNames.CAMERA_SPOOLED_BYTES, () -> watch.status().waiting().spooledBytes());
        meters.gauge(MetricNames.CAMERA_OLDEST, () -> oldest(watch.status()));
        meters.gauge(MetricNames.CAMERA_SHARPNESS, () -> known(watch.status().quality().sharpness()));
        meters.gauge(MetricNames.CAMERA_EXPOSURE, () -> known(watch.status().quality().exposure()));
        meters.gauge(MetricNames.CAMERA_NOISE, () -> known(watch.status().quality().noise()));
        return new CameraMeters(meters);
    }

    private static void counts(CameraWatch watch, MeterGroup meters) {
        count(watch, meters, MetricNames.CAMERA_TAKEN, CameraStatus.Counts::taken);
        count(watch, meters, MetricNames.CAMERA_REPEATED, CameraStatus.Counts::repeated);
        count(watch, meters, MetricNames.CAMERA_UNFIT, CameraStatus.Counts::unfit);
        count(watch, meters, MetricNames.CAMERA_PUBLISHED, CameraStatus.Counts::published);
        count(watch, meters, MetricNames.CAMERA_DROPPED, CameraStatus.Counts::dropped);
        count(watch, meters, MetricNames.CAMERA_RESTARTS, CameraStatus.Counts::restarts);
    }

    private static void count(CameraWatch watch, MeterGroup meters, String name,
            Function<CameraStatus.Counts, Long> count) {
        meters.count(name, () -> count.apply(watch.status().counts()));
    }

    private static double age(CameraStatus status, InstantSource clock) {
        return status.lastCapturedAt() == null
                ? Double.NaN
                : seconds(Duration.between(status.lastCapturedAt(), clock.instant()));
    }

    private static double oldest(CameraStatus status) {
        return status.waiting().oldest() == null ? 0 : seconds(status.waiting().oldest());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }

    private static double known(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    @Override
    public void close() {
        meters.close();
    }
}

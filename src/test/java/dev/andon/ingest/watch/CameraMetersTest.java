package dev.andon.ingest.watch;

import java.time.Duration;

import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CameraMetersTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Bench bench = new Bench(WatchPolicy.USUAL);
    private final CameraMeters meters = CameraMeters.of(bench.watch, new Recorder(registry), bench);

    @Test
    void whatIsMeasuredIsShown() {
        bench.well(Duration.ofSeconds(40));
        bench.carried = new Carried(70, 3, 1_000, 2_000, Duration.ofMillis(1_500));
        bench.pass(Duration.ofSeconds(4));

        String page = registry.scrape();

        String labels = "{camera=\"cam-1\",line=\"bracket-1\"}";
        assertThat(page).contains("andon_camera_pictures_taken_total" + labels + " 80.0",
                "andon_camera_frames_published_total" + labels + " 70.0",
                "andon_camera_frames_dropped_total" + labels + " 3.0",
                "andon_camera_waiting_bytes" + labels + " 1000.0",
                "andon_camera_waiting_oldest_seconds" + labels + " 1.5",
                "andon_camera_last_age_seconds" + labels + " 4.0", "andon_camera_exposure" + labels + " 0.5",
                "andon_camera_state{camera=\"cam-1\",line=\"bracket-1\",state=\"online\"} 1.0",
                "andon_camera_state{camera=\"cam-1\",line=\"bracket-1\",state=\"degraded\"} 0.0");
    }

    @Test
    void whatWasNotMeasuredIsNoNumber() {
        assertThat(registry.get(MetricNames.CAMERA_SHARPNESS).gauge().value()).isNaN();
        assertThat(registry.get(MetricNames.CAMERA_LAST_AGE).gauge().value()).isNaN();
    }

    @Test
    void thoseOfARemovedCameraAreGoneAndCanComeAgain() {
        bench.well(Duration.ofSeconds(40));

        meters.close();

        assertThat(registry.getMeters()).isEmpty();
        Bench again = new Bench(WatchPolicy.USUAL);
        try (CameraMeters others = CameraMeters.of(again.watch, new Recorder(registry), again)) {
            assertThat(others).isNotNull();
            assertThat(registry.get(MetricNames.CAMERA_TAKEN).functionCounter().count()).isZero();
        }
    }
}

package dev.andon.demo;

import java.util.Map;

import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Recorder recorder = new Recorder(meters);

    @Test
    void readsWhatTheProgramCounts() {
        recorder.add(MetricNames.FRAMES_DECIDED, 7, "route", "ACCEPTED", "reason", "");
        recorder.add(MetricNames.FRAMES_DECIDED, 2, "route", "HUMAN_REVIEW", "reason", "UNCERTAIN");
        recorder.add(MetricNames.FRAMES_DECIDED, 3, "route", "HUMAN_REVIEW", "reason", "ABSTAINED");
        recorder.count(MetricNames.DEAD_LETTERS);
        recorder.gauge(MetricNames.LEDGER_SIZE, () -> 4);

        Progress progress = Progress.of(meters);

        assertThat(progress).isEqualTo(new Progress(7, Map.of("ABSTAINED", 3L, "UNCERTAIN", 2L), 1, 4));
        assertThat(progress.done()).isEqualTo(13);
        assertThat(progress.describe(20, 1.5)).isEqualTo("   1.5 frames/s | sent 20 | in flight 4 | accepted 7 | "
                + "held 5: ABSTAINED 3, UNCERTAIN 2");
    }

    @Test
    void startsWithNothing() {
        assertThat(Progress.of(meters).done()).isZero();
    }
}

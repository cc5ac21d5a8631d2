package dev.andon.topology.inspect;

import java.nio.file.Path;
import java.time.Duration;

import dev.andon.async.Bell;
import dev.andon.config.InspectConfig.OnOutage;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.metrics.MetricNames;
import dev.andon.topology.source.Polling;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The model is slow, and reading can stop. */
class BacklogTest {

    private static final Duration TICK = Duration.ofMillis(20);
    private static final TopicPartition PARTITION = new TopicPartition(Bench.TOPICS.frames(), 0);

    @TempDir
    Path directory;

    private final Polling polling = Polling.heard(Bell.silent());
    private Bench bench;
    private int came;

    @BeforeEach
    void start() {
        bench = bench("first");
        bench.rereadsWhatCame();
        bench.policy(TestPolicies.fixed("line-1", 1, "some-model", 0.25));
        bench.workers.hold();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aTaskHasEnoughWhileMoreThanHalfOfWhatMayWaitDoes() {
        take(8 + 10);
        assertThat(bench.backlog.parked()).isEqualTo(10);
        assertThat(polling.pauses().wanted()).isEmpty();

        take(1);
        assertThat(polling.pauses().wanted()).containsExactly(PARTITION);

        bench.workers.runOldest();
        bench.pass(TICK);
        bench.workers.runNewest();
        bench.pass(TICK);
        assertThat(polling.pauses().wanted()).as("one is done, and one was read again").isEmpty();
    }

    @Test
    void noFrameIsGivenUpHoweverManyWereReadAlready() {
        take(8 + 40);
        for (int i = 0; i < 200 && bench.workers.size() > 0; i++) {
            bench.workers.runOldest();
            bench.pass(TICK);
        }

        assertThat(bench.recorder.counted(MetricNames.FRAMES_SHED)).isZero();
        assertThat(bench.accepted()).hasSize(48);
    }

    @Test
    void aTaskThatEndsIsNotAskedAnyMore() {
        take(8 + 11);

        bench.close();

        assertThat(polling.pauses().concern(PARTITION)).isFalse();
        bench = bench("next");
        assertThat(polling.pauses().concern(PARTITION)).isTrue();
    }

    private Bench bench(String name) {
        return new Bench(directory.resolve(name), 8, new ParkingSettings(OnOutage.REVIEW, 20), polling);
    }

    private void take(int count) {
        for (int i = 0; i < count; i++) {
            bench.frame(TestFrames.frame("line-1", "f" + came++, 10));
        }
    }
}

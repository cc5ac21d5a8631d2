package dev.andon.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import dev.andon.core.decision.Inspection.Reuse;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.frame.Frame;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StillScene;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.assertEachOnceInOrder;
import static dev.andon.it.Guarantees.awaitDecisions;
import static org.assertj.core.api.Assertions.assertThat;

/** A camera that films a part at rest. */
@ExtendWith(SharedCluster.class)
class StillSceneIT {

    private static final String LINE = "belt";
    private static final int SAMPLES = 5;
    private static final int SHADE = 90;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void whatTheModelSaidOfASceneOutlivesTheProcess(Cluster cluster) throws Exception {
        Frame first = TestFrames.frame(LINE, "first", SHADE);
        Frame same = TestFrames.frame(LINE, "same", SHADE);
        Frame other = TestFrames.frame(LINE, "other", SHADE + 100);
        try (Plant plant = Plant.build("still", directory, cluster); Outputs outputs = plant.outputs()) {
            // given
            plant.decree(policy());
            Processor processor = plant.start();
            plant.take(List.of(first));
            awaitDecisions(outputs, LINE, 1);

            // when
            processor.kill();
            plant.start();
            plant.take(List.of(same, other));

            // then
            awaitDecisions(outputs, LINE, 3);
            assertEachOnceInOrder(outputs, List.of(first, same, other));
            assertThat(plant.vlm().answers(first, SAMPLES)).isEqualTo(SAMPLES);
            assertThat(plant.vlm().answers(same, SAMPLES)).isZero();
            assertThat(plant.vlm().answers(other, SAMPLES)).isEqualTo(SAMPLES);
            Reuse reuse = Objects.requireNonNull(outputs.of(LINE).get(1).inspection().asking().reuse());
            assertThat(reuse.frame()).isEqualTo(first.id());
        }
    }

    private static LinePolicy policy() {
        StillScene still = new StillScene(0.01, Duration.ofSeconds(10));
        return TestPolicies.asking(TestPolicies.fixed(LINE, 1, "steady", 0.25), new SamplingPlan(SAMPLES, 3, 1.0, 200,
                Duration.ofSeconds(30), new StoppingRule.AllSamples(), null, still));
    }
}

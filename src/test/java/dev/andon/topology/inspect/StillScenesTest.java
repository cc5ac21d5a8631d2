package dev.andon.topology.inspect;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.andon.core.decision.Audit;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Sha256;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StillScene;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.metrics.MetricNames;
import dev.andon.schema.state.LastInspected;
import dev.andon.topology.state.StateStores;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static dev.andon.fixture.ScriptedSampler.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Frames of a scene that stands still are decided on the samples of the first. */
class StillScenesTest {

    private static final String MODEL = "some-model";
    private static final Instant CAPTURED = Instant.parse("2026-01-02T03:04:05Z");
    private static final Shot FIRST = new Shot("f1", "cam-1", null, null, 0, 100);

    /** A frame, by what matters here. */
    record Shot(String id, String camera, @Nullable String unit, @Nullable String part, int second, int shade) {

        Frame frame() {
            byte[] image = TestFrames.image(shade);
            return new Frame(new FrameId(id), new LineId("line-1"), camera, null, unit, null, part,
                    CAPTURED.plusSeconds(second), "image/jpeg", image.length, Sha256.hex(image),
                    new ImageSource.Inline(ImageBytes.of(image)), null);
        }

        /** The same a second later, but for its brightness. */
        Shot next(String frame, int brightness) {
            return new Shot(frame, camera, unit, part, second + 1, brightness);
        }
    }

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory, 8);
        bench.policy(policy(1, MODEL, 1));
        bench.sampler.script(MODEL, (q, seed, index) -> says(index, seed, "ok", "word" + index + " other" + index));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aStillSceneIsDecidedOnTheSamplesOfItsFirstFrame() {
        bench.frame(FIRST.frame());
        bench.frame(FIRST.next("f2", 100).frame());

        List<Inspection> decided = bench.accepted();
        Inspection first = decided.getFirst();
        Inspection second = decided.getLast();
        assertThat(bench.sampler.calls()).isEqualTo(5);
        assertThat(second.asking()).isEqualTo(new Inspection.Asking(0, 0, null, null,
                new Inspection.Reuse(new FrameId("f1"), 0, 0)));
        assertThat(second.samples()).isEqualTo(first.samples());
        assertThat(second.uncertainty()).isEqualTo(first.uncertainty());
        assertThat(second.lot()).isNotEqualTo(first.lot());
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(decided).extracting(Inspection::lineSequence).containsExactly(1L, 2L);
        assertThat(bench.recorder.counted(MetricNames.FRAMES_REUSED)).isEqualTo(1);
        assertThat(bench.ledger()).isEmpty();
    }

    static final List<UnaryOperator<Shot>> OTHERS = List.of(
            shot -> shot.next("f2", 180),
            shot -> new Shot("f2", "cam-2", null, null, 1, 100),
            shot -> new Shot("f2", "cam-1", "unit 1", null, 1, 100),
            shot -> new Shot("f2", "cam-1", null, "part 1", 1, 100),
            shot -> new Shot("f2", "cam-1", null, null, 11, 100),
            shot -> new Shot("f2", "cam-1", null, null, -1, 100));

    @ParameterizedTest
    @FieldSource("OTHERS")
    void aFrameOfAnotherSceneUnitPartCameraOrTimeIsAskedAbout(UnaryOperator<Shot> other) {
        bench.frame(FIRST.frame());
        bench.frame(other.apply(FIRST).frame());

        assertThat(bench.accepted()).hasSize(2).allSatisfy(each -> assertThat(each.asking().reuse()).isNull());
        assertThat(bench.sampler.calls()).isEqualTo(10);
    }

    @Test
    void anotherRecipeAsksAnew() {
        bench.frame(FIRST.frame());
        bench.policy(policy(2, "other-model", 1));
        bench.frame(FIRST.next("f2", 100).frame());

        assertThat(bench.sampler.calls()).isEqualTo(10);
        assertThat(bench.accepted()).extracting("asking.reuse").containsExactly(null, null);
    }

    @Test
    void theThresholdIsTheOneOfTheLaterFrame() {
        bench.frame(FIRST.frame());
        bench.policy(policy(2, MODEL, 0));
        bench.frame(FIRST.next("f2", 100).frame());

        assertThat(bench.sampler.calls()).isEqualTo(5);
        assertThat(bench.accepted()).hasSize(1);
        Inspection held = bench.humanReview().getFirst();
        assertThat(held.decision().reason()).isEqualTo(Reason.UNCERTAIN);
        assertThat(held.asking().reuse()).isNotNull();
        assertThat(held.imageBytes()).as("people see the frame's own image").isNotNull();
    }

    /** Each step is within the bound, two are not. */
    @Test
    void aSceneThatCreepsIsComparedWithTheLastFrameThatWasAskedAbout() {
        Shot shot = FIRST;
        bench.frame(shot.frame());
        for (int step = 1; step <= 4; step++) {
            shot = shot.next("f" + (step + 1), 100 + 2 * step);
            bench.frame(shot.frame());
        }

        assertThat(bench.accepted()).extracting("asking.reuse.frame.value").containsExactly(null, "f1", null, "f3",
                null);
    }

    @Test
    void theDifferenceIsOnRecord() {
        bench.frame(FIRST.frame());
        bench.frame(FIRST.next("f2", 102).frame());

        assertThat(bench.accepted().getLast().asking().reuse()).isNotNull().satisfies(
                reuse -> assertThat(reuse.difference()).isCloseTo(2 / 255.0, within(0.002)));
    }

    @Test
    void aFrameWithTooFewSamplesIsNoPrecedent() {
        bench.sampler.script(MODEL, (q, seed, index) -> q.frame().value().equals("f1") && index != 1
                ? new Reply.Unavailable(index, "connection refused")
                : says(index, seed, "ok", "as drawn"));
        bench.frame(FIRST.frame());
        bench.frame(FIRST.next("f2", 100).frame());

        assertThat(bench.humanReview().getFirst().decision().reason()).isEqualTo(Reason.VLM_UNAVAILABLE);
        assertThat(bench.accepted().getFirst().asking().reuse()).isNull();
    }

    /** Enough to decide by, but an outage took the others. */
    @Test
    void aFrameWithoutAllItsSamplesIsNoPrecedent() {
        bench.sampler.script(MODEL, (q, seed, index) -> q.frame().value().equals("f1") && index >= 4
                ? new Reply.Unavailable(index, "connection refused")
                : says(index, seed, "ok", "as drawn"));
        bench.frame(FIRST.frame());
        bench.frame(FIRST.next("f2", 100).frame());

        assertThat(bench.accepted()).extracting("asking.reuse").containsExactly(null, null);
    }

    @Test
    void aFrameThatCouldNotBeScoredIsNoPrecedent() {
        bench.sampler.script(MODEL, (q, seed, index) -> says(index, seed,
                q.frame().value().equals("f1") ? "unsure" : "ok", "as drawn"));
        bench.frame(FIRST.frame());
        bench.frame(FIRST.next("f2", 100).frame());

        assertThat(bench.humanReview().getFirst().decision().reason()).isEqualTo(Reason.ABSTAINED);
        assertThat(bench.accepted().getFirst().asking().reuse()).isNull();
    }

    /** An audited frame takes all its samples, so that those of one that stopped early are too few for it. */
    @Test
    void samplesThatWereEnoughForAnotherFrameHaveToBeEnoughForThisOne() {
        StoppingRule window = new StoppingRule.UnanimousWindow(3, 0.5);
        bench.sampler.script(MODEL, (q, seed, index) -> says(index, seed, "ok", "as drawn"));
        bench.policy(TestPolicies.asking(TestPolicies.fixed("line-1", 2, MODEL, 0.25), plan(window)));
        bench.frame(FIRST.frame());
        bench.frame(FIRST.next("f2", 100).frame());
        bench.policy(TestPolicies.asking(TestPolicies.audited("line-1", Audit.AFTER), plan(window)));
        bench.frame(FIRST.next("f3", 100).frame());

        List<Inspection> decided = bench.accepted();
        assertThat(decided).extracting("asking.reuse.frame.value").containsExactly(null, "f1", null);
        assertThat(decided).extracting("asking.stoppedBy").containsExactly(StoppingRule.Kind.UNANIMOUS_WINDOW,
                StoppingRule.Kind.UNANIMOUS_WINDOW, null);
        assertThat(decided).extracting(each -> each.samples().size()).containsExactly(3, 3, 5);
    }

    /** The one before it would do, by its scene and its age; but the last answer about this camera was doubt. */
    @Test
    void afterAFrameThatCouldNotBeScoredTheModelIsAskedAgain() {
        bench.sampler.script(MODEL, (q, seed, index) -> says(index, seed,
                q.frame().value().equals("f2") ? "unsure" : "ok", "as drawn"));
        bench.frame(FIRST.frame());
        bench.frame(FIRST.next("f2", 180).frame());
        bench.frame(FIRST.next("f3", 100).frame());

        assertThat(bench.humanReview().getFirst().decision().reason()).isEqualTo(Reason.ABSTAINED);
        assertThat(bench.accepted()).extracting("asking.reuse").containsExactly(null, null);
    }

    @Test
    void aFrameWhosePrecedentIsStillAskedAboutIsAskedAboutItself() {
        bench.workers.hold();
        bench.frame(FIRST.frame());
        bench.frame(FIRST.next("f2", 100).frame());

        bench.workers.runOldest();
        bench.workers.runOldest();
        bench.pass(Duration.ofMillis(20));

        assertThat(bench.accepted()).extracting("asking.reuse").containsExactly(null, null);
    }

    @Test
    void aSceneIsKnownAfterARestart() {
        try (Lives lives = new Lives(directory.resolve("lives"))) {
            lives.policy(policy(1, MODEL, 1));
            lives.process(0, FIRST.frame());
            lives.commit();

            lives.next("second");
            lives.process(1, FIRST.next("f2", 100).frame());

            assertThat(lives.decisions()).extracting("asking.reuse.frame.value").containsExactly(null, "f1");
            assertThat(lives.bench.sampler.calls()).isEqualTo(5);
        }
    }

    @Test
    void aRecipeWithoutTheGateKeepsNothing() {
        bench.policy(TestPolicies.fixed("line-1", 2, MODEL, 1));
        bench.frame(FIRST.frame());
        bench.frame(FIRST.next("f2", 100).frame());

        assertThat(bench.sampler.calls()).isEqualTo(10);
        KeyValueStore<String, LastInspected> store = bench.driver.getKeyValueStore(StateStores.LAST_INSPECTED);
        List<String> keys = new ArrayList<>();
        try (var all = store.all()) {
            all.forEachRemaining(one -> keys.add(one.key));
        }
        assertThat(keys).isEmpty();
    }

    private static LinePolicy policy(long version, String model, double threshold) {
        return TestPolicies.asking(TestPolicies.fixed("line-1", version, model, threshold),
                plan(new StoppingRule.AllSamples()));
    }

    private static SamplingPlan plan(StoppingRule stopping) {
        return new SamplingPlan(5, 3, 1.0, 200, Duration.ofSeconds(30), stopping, null,
                new StillScene(0.01, Duration.ofSeconds(10)));
    }
}

package dev.andon.topology.inspect;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import dev.andon.config.InspectConfig.OnOutage;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Reason;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.ServerState;
import dev.andon.core.sampling.ServerState.Condition;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.metrics.MetricNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.fixture.ScriptedSampler.says;
import static org.assertj.core.api.Assertions.assertThat;

/** The model's server is away and frames wait for it. */
class OutageHoldTest {

    private static final String MODEL = "some-model";
    private static final Duration TICK = Duration.ofMillis(20);

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory, 8, new ParkingSettings(OnOutage.HOLD, 20));
        bench.rereadsWhatCame();
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.policy(TestPolicies.fixed("line-2", 1, MODEL, 0.25));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void framesWaitForTheServerHoweverLongAndGoOnInTheOrderOfTheirLine() {
        serverIs(Condition.RESTING);
        take("line-1", "f", 5);
        bench.pass(Duration.ofHours(3));
        ticks(5);
        assertThat(bench.ledger()).hasSize(5);
        assertThat(bench.window.items() + bench.window.bytes()).isZero();

        serverIs(Condition.AVAILABLE);
        ticks(10);

        assertThat(bench.accepted()).extracting("frame.frameId.value").containsExactly("f0", "f1", "f2", "f3", "f4");
        assertThat(bench.humanReview()).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void framesThatWereBeingAskedAboutWaitTooAndKeepTheirSamples() {
        bench.sampler.script(MODEL, (question, seed, index) -> {
            serverIs(Condition.RESTING);
            return index < 2 ? says(index, seed, "ok", "as drawn") : new Reply.Unavailable(index, "refused");
        });
        take("line-1", "f", 3);
        ticks(2);
        assertThat(bench.ledger()).extracting(entry -> entry.samples().size()).containsExactly(2, 0, 0);
        assertThat(bench.backlog.parked()).isEqualTo(3);
        assertThat(bench.window.items() + bench.window.bytes()).isZero();

        int before = bench.sampler.calls();
        bench.sampler.script(MODEL, (question, seed, index) -> says(index, seed, "ok", "as drawn"));
        serverIs(Condition.AVAILABLE);
        bench.pass(Duration.ofSeconds(2));
        ticks(10);

        assertThat(bench.accepted()).extracting("frame.frameId.value").containsExactly("f0", "f1", "f2");
        assertThat(bench.humanReview()).isEmpty();
        assertThat(bench.sampler.calls() - before).as("two samples were there").isEqualTo(3 + 5 + 5);
        assertNothingIsLeft();
    }

    @Test
    void aFrameThatAloneIsNotAnsweredGoesToPeople() {
        bench.sampler.script(MODEL, (question, seed, index) -> {
            bench.sampler.server(new ServerState(Condition.AVAILABLE, Instant.EPOCH, "HTTP 500", bench.now(),
                    bench.now().plusMillis(1)));
            return new Reply.Unavailable(index, "HTTP 500");
        });

        take("line-1", "f", 1);

        assertThat(bench.humanReview()).extracting(i -> i.decision().reason()).containsExactly(Reason.VLM_UNAVAILABLE);
    }

    @Test
    void aFrameThatIsNotAnsweredWaitsWhereNobodyElseIsEither() {
        bench.sampler.script(MODEL, (question, seed, index) -> {
            bench.sampler.server(new ServerState(Condition.AVAILABLE, Instant.EPOCH, "HTTP 500", bench.now(),
                    Instant.EPOCH));
            return new Reply.Unavailable(index, "HTTP 500");
        });

        take("line-1", "f", 1);

        assertThat(bench.humanReview()).isEmpty();
        assertThat(bench.ledger()).hasSize(1);
    }

    @Test
    void aFrameWhoseTimeRunsOutAsTheServerComesBackIsAskedAboutAgain() {
        failsWhileTheServerComesBack();
        take("line-1", "f", 1);
        assertThat(bench.humanReview()).isEmpty();
        assertThat(bench.ledger()).hasSize(1);

        bench.sampler.script(MODEL, (question, seed, index) -> says(index, seed, "ok", "as drawn"));
        bench.pass(Duration.ofSeconds(2));
        ticks(2);

        assertThat(bench.accepted()).extracting("frame.frameId.value").containsExactly("f0");
        assertNothingIsLeft();
    }

    @Test
    void aFrameThatFailsEachTimeTheServerComesBackGoesToPeople() {
        failsWhileTheServerComesBack();
        take("line-1", "f", 1);
        assertThat(bench.humanReview()).as("the first time").isEmpty();

        bench.pass(Duration.ofSeconds(2));
        ticks(2);

        assertThat(bench.humanReview()).extracting(i -> i.decision().reason()).containsExactly(Reason.VLM_UNAVAILABLE);
        assertNothingIsLeft();
    }

    @Test
    void beyondTheBoundTheOldestFramesOfTheFullestLineGoAndTheOthersStay() {
        serverIs(Condition.RESTING);
        take("line-2", "quiet", 2);
        take("line-1", "f", 25);
        ticks(20);

        List<Inspection> held = bench.humanReview();
        assertThat(held).extracting("frame.frameId.value").containsExactly("f0", "f1", "f2", "f3", "f4", "f5", "f6");
        assertThat(held).extracting(i -> i.decision().reason()).containsOnly(Reason.VLM_UNAVAILABLE);
        assertThat(bench.recorder.counted(MetricNames.FRAMES_SHED)).isEqualTo(7);
        assertThat(bench.ledger()).hasSize(20);

        serverIs(Condition.AVAILABLE);
        ticks(60);
        assertThat(bench.accepted()).extracting(Inspection::line).extracting("value")
                .containsOnly("line-1", "line-2").hasSize(20);
        assertNothingIsLeft();
    }

    @Test
    void aFullLineDoesNotKeepAQuietOneWaiting() {
        bench.close();
        bench = new Bench(directory.resolve("narrow"), 1, new ParkingSettings(OnOutage.HOLD, 10_000));
        bench.rereadsWhatCame();
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.policy(TestPolicies.fixed("line-2", 1, MODEL, 0.25));
        serverIs(Condition.RESTING);
        byte[] image = TestFrames.image(10);
        for (int i = 0; i < 5_000; i++) {
            bench.frame(TestFrames.frame("line-1", "f" + i, image));
        }
        bench.workers.hold();
        serverIs(Condition.AVAILABLE);
        List<Inspection> decided = new ArrayList<>();
        workUntil(() -> decided.size() >= 10, decided);

        take("line-2", "quiet", 1);
        workUntil(() -> decided.getLast().line().value().equals("line-2"), decided);

        assertThat(decided).as("10 before it came, and those that were under way").hasSizeLessThan(20);
    }

    @Test
    void busyLinesAreInspectedByTheirWeights() {
        bench.close();
        bench = new Bench(directory.resolve("narrow"), 1, new ParkingSettings(OnOutage.HOLD, 10_000));
        bench.rereadsWhatCame();
        bench.weights.put("line-1", 3.0);
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.policy(TestPolicies.fixed("line-2", 1, MODEL, 0.25));
        serverIs(Condition.RESTING);
        take("line-2", "light", 60);
        take("line-1", "heavy", 60);
        bench.workers.hold();
        serverIs(Condition.AVAILABLE);
        List<Inspection> decided = new ArrayList<>();

        workUntil(() -> decided.size() >= 40, decided);

        assertThat(decided).filteredOn(i -> i.line().value().equals("line-1")).hasSizeBetween(28, 32);
    }

    /** One worker after the other does something. */
    private void workUntil(BooleanSupplier enough, List<Inspection> decided) {
        for (int i = 0; i < 200 && !enough.getAsBoolean(); i++) {
            if (bench.workers.size() > 0) {
                bench.workers.runOldest();
            }
            bench.pass(TICK);
            decided.addAll(bench.accepted());
        }
        assertThat(enough.getAsBoolean()).isTrue();
    }

    private void take(String line, String prefix, int count) {
        for (int i = 0; i < count; i++) {
            bench.frame(TestFrames.frame(line, prefix + i, 10 + i));
        }
    }

    /** Others are answered again just as the time of a frame is over. */
    private void failsWhileTheServerComesBack() {
        bench.sampler.script(MODEL, (question, seed, index) -> {
            Instant back = bench.now().plusMillis(1);
            bench.sampler.server(new ServerState(Condition.AVAILABLE, back, "HTTP 500", bench.now(), back));
            return new Reply.Unavailable(index, "HTTP 500");
        });
    }

    private void serverIs(Condition condition) {
        bench.sampler.server(new ServerState(condition, Instant.parse("2026-01-02T03:00:00Z"), "HTTP 500: down",
                Instant.MIN, Instant.MIN));
    }

    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            bench.pass(TICK);
        }
    }

    private void assertNothingIsLeft() {
        assertThat(bench.ledger()).isEmpty();
        assertThat(bench.open).hasValue(0);
        assertThat(bench.backlog.parked()).isZero();
        assertThat(bench.window.items() + bench.window.bytes()).isZero();
    }
}

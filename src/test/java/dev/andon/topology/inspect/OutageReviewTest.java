package dev.andon.topology.inspect;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.andon.config.InspectConfig.OnOutage;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Selector;
import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.ServerState;
import dev.andon.core.sampling.ServerState.Condition;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.metrics.MetricNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The model's server is away and frames go to people in time. */
class OutageReviewTest {

    private static final String MODEL = "some-model";
    private static final Duration TICK = Duration.ofMillis(20);

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory, 8, new ParkingSettings(OnOutage.REVIEW, 20));
        bench.rereadsWhatCame();
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.policy(TestPolicies.fixed("line-2", 1, MODEL, 0.25));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void framesWaitAsPointersUntilTheirTimeIsOverAndThenGoToPeople() {
        serverIs(Condition.RESTING);
        take("line-1", "f", 3);
        bench.pass(Duration.ofSeconds(29));
        assertThat(bench.humanReview()).isEmpty();
        assertThat(bench.backlog.parked()).isEqualTo(3);
        assertThat(bench.backlog.age(bench.now())).isEqualTo(Duration.ofSeconds(29));
        assertThat(bench.window.items() + bench.window.bytes()).isZero();

        bench.pass(Duration.ofSeconds(2));
        ticks(10);

        List<Inspection> held = bench.humanReview();
        assertThat(held).extracting("frame.frameId.value").containsExactly("f0", "f1", "f2");
        assertThat(held).extracting(i -> i.decision().reason()).containsOnly(Reason.VLM_UNAVAILABLE);
        assertThat(held).allSatisfy(i -> assertThat(i.decision().detail())
                .contains("not asked within the time limit of 30.0 s", "failing since 2026-01-02T03:00:00Z",
                        "last: HTTP 500: down"));
        assertThat(held).extracting(Inspection::imageBytes).doesNotContainNull();
        assertThat(bench.sampler.calls()).isZero();
        assertNothingIsLeft();
    }

    @Test
    void framesThatWaitAreAskedAboutWhenTheServerIsBack() {
        serverIs(Condition.RESTING);
        take("line-1", "f", 3);
        bench.pass(Duration.ofSeconds(29));

        serverIs(Condition.AVAILABLE);
        ticks(10);

        assertThat(bench.accepted()).extracting("frame.frameId.value").containsExactly("f0", "f1", "f2");
        assertNothingIsLeft();
    }

    @Test
    void aFewFramesTryAServerThatHasRested() {
        serverIs(Condition.ON_TRIAL);
        bench.workers.hold();

        take("line-1", "f", 5);

        assertThat(bench.window.items()).isEqualTo(3);
        assertThat(bench.backlog.parked()).isEqualTo(2);
    }

    @Test
    void framesThatAreOverdueTryAServerThatHasRestedBeforeTheyAreGivenUp() {
        serverIs(Condition.RESTING);
        take("line-1", "f", 1);
        serverIs(Condition.ON_TRIAL);

        bench.pass(Duration.ofSeconds(31));
        ticks(2);

        assertThat(bench.accepted()).hasSize(1);
    }

    @Test
    void framesGoToPeopleAlsoWhileOthersWaitForTheServerInEveryPlace() {
        bench.workers.hold();
        take("line-2", "slow", 8);
        assertThat(bench.window.items()).isEqualTo(8);
        serverIs(Condition.RESTING);
        take("line-1", "f", 1);
        bench.pass(Duration.ofSeconds(31));

        bench.workers.runNewest();
        bench.pass(TICK);
        bench.workers.runNewest();
        bench.pass(TICK);

        assertThat(bench.humanReview()).extracting("frame.frameId.value").containsExactly("f0");
        assertThat(bench.window.items()).isEqualTo(8);
    }

    @Test
    void aFrameWaitsAsLongAsItsOwnRecipeSaysWhateverOthersOfItsLineSay() {
        Recipe patient = TestPolicies.fixed("line-3", 1, MODEL, 0.25).recipes().getFirst();
        Recipe hurried = TestPolicies.hurried("line-3", MODEL, Duration.ofSeconds(5)).recipes().getFirst();
        bench.policy(new LinePolicy(new LineId("line-3"), 1, "A. Author", null,
                List.of(forCamera("elsewhere", hurried), patient)));
        serverIs(Condition.RESTING);
        take("line-3", "f", 2);
        bench.pass(Duration.ofSeconds(29));
        ticks(10);
        assertThat(bench.humanReview()).isEmpty();
        assertThat(bench.window.items() + bench.window.bytes()).isZero();

        bench.pass(Duration.ofSeconds(2));
        ticks(10);

        assertThat(bench.humanReview()).extracting(i -> i.decision().detail()).hasSize(2)
                .allMatch(detail -> detail.contains("within the time limit of 30.0 s"));
        assertNothingIsLeft();
    }

    @Test
    void framesOfALineWithoutAPolicyDoNotWait() {
        serverIs(Condition.RESTING);

        take("line-3", "f", 1);

        assertThat(bench.humanReview()).extracting(i -> i.decision().reason()).containsExactly(Reason.NO_POLICY);
    }

    @Test
    void beyondTheBoundTheOldestFramesOfTheFullestLineGo() {
        serverIs(Condition.RESTING);
        take("line-2", "quiet", 2);
        take("line-1", "f", 25);
        ticks(20);

        List<Inspection> held = bench.humanReview();
        assertThat(held).extracting("frame.frameId.value").startsWith("f0", "f1", "f2", "f3", "f4", "f5", "f6")
                .hasSize(7);
        assertThat(held).allSatisfy(i -> assertThat(i.decision().detail()).contains("inspect.maxParked is 20",
                "HTTP 500: down"));
        assertThat(bench.recorder.counted(MetricNames.FRAMES_SHED)).isEqualTo(7);
        assertThat(bench.ledger()).hasSize(20);
        assertThat(bench.backlog.parked()).isEqualTo(20);
    }

    @Test
    void theBoundHoldsForAServerThatIsJustSlow() {
        bench.workers.hold();
        take("line-1", "f", 8 + 20 + 3);
        for (int i = 0; i < 20; i++) {
            while (bench.workers.size() > 8) {
                bench.workers.runNewest();
            }
            bench.pass(TICK);
        }

        assertThat(bench.backlog.parked()).isEqualTo(20);
        assertThat(bench.recorder.counted(MetricNames.FRAMES_SHED)).isEqualTo(3);
        assertThat(bench.humanReview()).as("they wait for those before them").isEmpty();
    }

    private static Recipe forCamera(String camera, Recipe r) {
        return new Recipe(camera, r.revision(), new Selector(Set.of(camera), Set.of()), r.model(), r.prompt(),
                r.labels(), r.captionLanguage(), r.plan(), r.measure(), r.limits(), r.gate(), r.auditShare(),
                r.audit(), r.threshold());
    }

    private void take(String line, String prefix, int count) {
        for (int i = 0; i < count; i++) {
            bench.frame(TestFrames.frame(line, prefix + i, 10 + i));
        }
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

package dev.andon.topology.inspect;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import dev.andon.config.InspectConfig.OnOutage;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.Frame;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.ServerState;
import dev.andon.core.sampling.ServerState.Condition;
import dev.andon.core.sampling.StillScene;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.metrics.MetricNames;
import dev.andon.topology.source.FrameSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.fixture.ScriptedSampler.says;
import static org.assertj.core.api.Assertions.assertThat;

/** A line spends no more on the model than it may on a day. Every frame takes five calls of 15 tokens, unless a test says more. */
class BudgetsTest {

    private static final String MODEL = "some-model";
    private static final Duration TICK = Duration.ofMillis(20);

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory, 8);
        bench.rereadsWhatCame();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aFrameBeyondTheBudgetIsHeldWithoutACall() {
        bench.policy(policy(1, 12L, null));
        take("f1", "f2", "f3");

        assertThat(bench.sampler.calls()).isEqualTo(10);
        assertThat(bench.accepted()).extracting(Inspection::lineSequence).containsExactly(1L, 2L);
        Inspection held = bench.humanReview().getFirst();
        assertThat(held.lineSequence()).isEqualTo(3);
        assertThat(held.decision().reason()).isEqualTo(Reason.BUDGET);
        assertThat(held.decision().detail()).isEqualTo("valid samples: 0 of the 3 that are needed; answers that were no"
                + " samples: 0; not asked, since the line's budget is used up: of 12 calls on 2026-01-02 (UTC) 10 are spent"
                + " and 0 promised to frames under way, and this one takes up to 5; it starts again at"
                + " 2026-01-03T00:00:00Z");
        assertThat(held.imageBytes()).as("a person sees it").isNotNull();
        assertThat(held.asking()).isEqualTo(Inspection.Asking.NOTHING);
        assertThat(bench.ledger()).isEmpty();
        assertThat(bench.window.items()).isZero();
    }

    @Test
    void theNextDayBeginsAnew() {
        bench.policy(policy(1, 5L, null));
        take("f1", "f2");
        bench.pass(Duration.between(bench.now(), Instant.parse("2026-01-02T23:59:59Z")));
        take("f3");
        bench.pass(Duration.ofSeconds(1));
        take("f4", "f5");

        assertThat(routes()).containsExactly("f1 ACCEPTED", "f2 BUDGET", "f3 BUDGET", "f4 ACCEPTED", "f5 BUDGET");
    }

    @Test
    void framesInFlightHaveClaimedWhatTheyWillTake() {
        bench.policy(policy(1, 14L, null));
        bench.workers.hold();
        take("f1", "f2", "f3");
        bench.workers.runNewest();
        bench.workers.runNewest();
        bench.workers.runNewest();
        bench.pass(TICK);

        assertThat(bench.sampler.calls()).isEqualTo(10);
        List<Inspection> decided = decisions();
        assertThat(routes(decided)).containsExactly("f1 ACCEPTED", "f2 ACCEPTED", "f3 BUDGET");
        assertThat(decided.getLast().decision().detail()).contains("0 are spent and 10 promised");
    }

    @Test
    void whatAFrameDidNotTakeIsThereForLaterOnes() {
        bench.policy(TestPolicies.asking(policy(1, 12L, null), plan(new StoppingRule.UnanimousWindow(3, 0.5), null)));
        take("f1", "f2", "f3", "f4");

        assertThat(bench.sampler.calls()).isEqualTo(9);
        assertThat(routes()).containsExactly("f1 ACCEPTED", "f2 ACCEPTED", "f3 ACCEPTED", "f4 BUDGET");
    }

    @Test
    void whatAFrameThatWaitsForItsTurnHasTakenIsNotThereForLaterOnes() {
        bench.policy(policy(1, 14L, null));
        bench.workers.hold();
        take("f1", "f2");
        bench.workers.runNewest();
        bench.pass(TICK);
        take("f3");
        bench.workers.runNewest();
        bench.workers.runNewest();
        bench.pass(TICK);

        assertThat(routes()).containsExactly("f1 ACCEPTED", "f2 ACCEPTED", "f3 BUDGET");
    }

    @Test
    void callsInPlaceOfOthersCount() {
        bench.sampler.script(MODEL, (q, seed, index) -> index == 0
                ? new Reply.Invalid(index, Reply.Cause.UNPARSEABLE, "no JSON")
                : says(index, seed, "ok", "as drawn"));
        bench.policy(policy(1, 16L, null));
        take("f1", "f2", "f3");

        assertThat(bench.sampler.calls()).isEqualTo(12);
        assertThat(routes()).containsExactly("f1 ACCEPTED", "f2 ACCEPTED", "f3 BUDGET");
    }

    @Test
    void otherLinesHaveBudgetsOfTheirOwn() {
        bench.policy(policy(1, 5L, null));
        bench.policy(TestPolicies.fixed("line-2", 1, MODEL, 0.25));
        take("f1", "f2");
        bench.frame(TestFrames.frame("line-2", "g1", 10));
        bench.frame(TestFrames.frame("line-2", "g2", 20));

        assertThat(routes()).containsExactlyInAnyOrder("f1 ACCEPTED", "f2 BUDGET", "g1 ACCEPTED", "g2 ACCEPTED");
        assertThat(bench.recorder.counted(MetricNames.LINE_CALLS, "line", "line-1")).isEqualTo(5);
        assertThat(bench.recorder.counted(MetricNames.LINE_TOKENS, "line", "line-1")).isEqualTo(75);
        assertThat(bench.recorder.counted(MetricNames.LINE_CALLS, "line", "line-2")).isEqualTo(10);
    }

    @Test
    void aLargerBudgetHoldsFromTheNextFrameOn() {
        bench.policy(policy(1, 5L, null));
        take("f1", "f2", "f3");
        bench.policy(policy(2, 10L, null));
        take("f4");
        bench.pass(TICK);
        take("f5");

        assertThat(routes()).containsExactly("f1 ACCEPTED", "f2 BUDGET", "f3 BUDGET", "f4 ACCEPTED", "f5 BUDGET");
    }

    @Test
    void aBudgetThatComesAtNoonKnowsOfTheMorning() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        take("f1", "f2");
        bench.policy(policy(2, 14L, null));
        take("f3");

        assertThat(routes()).containsExactly("f1 ACCEPTED", "f2 ACCEPTED", "f3 BUDGET");
    }

    /** The first takes a guess, an answer of the greatest length for each call. */
    @Test
    void tokensAreClaimedAsTheLinesCallsHadThemLately() {
        bench.policy(policy(1, null, 220L));
        bench.workers.hold();
        take("f1", "f2");
        runAll();
        take("f3", "f4");
        runAll();

        List<Inspection> decided = decisions();
        assertThat(routes(decided)).containsExactly("f1 ACCEPTED", "f2 BUDGET", "f3 ACCEPTED", "f4 BUDGET");
        assertThat(decided.get(1).decision().detail()).contains("of 220 tokens", "0 are spent and 1,000 promised",
                "this one takes about 1,000");
        assertThat(decided.get(3).decision().detail()).contains("75 are spent and 75 promised", "takes about 75");
    }

    @Test
    void theLastTokensAreSpentByOneFrame() {
        bench.policy(policy(1, null, 76L));
        take("f1", "f2", "f3");

        assertThat(routes()).containsExactly("f1 ACCEPTED", "f2 ACCEPTED", "f3 BUDGET");
    }

    @Test
    void aStillSceneCostsNothing() {
        bench.policy(TestPolicies.asking(policy(1, 5L, null),
                plan(new StoppingRule.AllSamples(), new StillScene(0.01, Duration.ofSeconds(10)))));
        bench.frame(TestFrames.frame("line-1", "f1", 100));
        bench.frame(TestFrames.frame("line-1", "f2", 100));
        bench.frame(TestFrames.frame("line-1", "f3", 200));
        bench.frame(TestFrames.frame("line-1", "f4", 100));

        assertThat(routes()).containsExactly("f1 ACCEPTED", "f2 ACCEPTED", "f3 BUDGET", "f4 ACCEPTED");
        assertThat(bench.sampler.calls()).isEqualTo(5);
    }

    @Test
    void whatCannotBeInspectedAnywayHasItsOwnReason() {
        bench.policy(policy(1, 5L, null));
        take("f1", "f2");
        bench.frame(TestFrames.frame("line-1", "f3", new byte[]{1, 2, 3}));

        assertThat(routes()).containsExactly("f1 ACCEPTED", "f2 BUDGET", "f3 FRAME_UNREADABLE");
    }

    @Test
    void inAnOutageNobodyWaitsWhoCouldNotBeAskedAfterwards() {
        bench.policy(policy(1, 5L, null));
        take("f1", "f2");
        bench.sampler.server(new ServerState(Condition.RESTING, Instant.EPOCH, "refused", Instant.EPOCH,
                Instant.EPOCH));
        take("f3");

        assertThat(routes()).containsExactly("f1 ACCEPTED", "f2 BUDGET", "f3 BUDGET");
    }

    @Test
    void aFrameThatHasToWaitForTheServerClaimsNothing() {
        // given
        bench.close();
        bench = new Bench(directory.resolve("held"), 8,
                new ParkingSettings(OnOutage.HOLD, 1_000));
        bench.rereadsWhatCame();
        bench.policy(policy(1, 9L, null));
        bench.sampler.script(MODEL, (q, seed, index) -> new Reply.Unavailable(index, "connection refused"));
        bench.sampler.server(new ServerState(Condition.AVAILABLE, Instant.EPOCH, "refused", Instant.MAX,
                Instant.EPOCH));
        take("f1");
        assertThat(bench.ledger()).hasSize(1);

        // when
        bench.sampler.script(MODEL, (q, seed, index) -> says(index, seed, "ok", "as drawn"));
        bench.pass(Duration.ofSeconds(2));
        take("f2");

        // then
        assertThat(routes()).containsExactly("f1 ACCEPTED", "f2 BUDGET");
    }

    @Test
    void whatWasSpentIsKnownAfterARestart() {
        try (Lives lives = new Lives(directory.resolve("lives"))) {
            lives.policy(policy(1, 14L, null));
            lives.process(0, TestFrames.frame("line-1", "f1", 1));
            lives.commit();

            lives.next("second");
            lives.process(1, TestFrames.frame("line-1", "f2", 2));
            lives.process(2, TestFrames.frame("line-1", "f3", 3));

            assertThat(routes(lives.decisions())).containsExactly("f1 ACCEPTED", "f2 ACCEPTED", "f3 BUDGET");
        }
    }

    @Test
    void framesOfTheLedgerClaimAgainInTheirOrder() {
        Frame one = TestFrames.frame("line-1", "f1", 1);
        Frame two = TestFrames.frame("line-1", "f2", 2);
        Frame three = TestFrames.frame("line-1", "f3", 3);
        try (Lives lives = new Lives(directory.resolve("lives"))) {
            // given three frames in flight, one beyond the budget, of which none is decided
            lives.policy(policy(1, 14L, null));
            lives.bench.workers.hold();
            lives.runWaiting();
            lives.process(0, one);
            lives.process(1, two);
            lives.process(2, three);
            lives.commit();

            // when
            Deque<FrameSource.Read> reads = new ArrayDeque<>(List.of(Lives.found(lives.bench, one),
                    Lives.found(lives.bench, two), Lives.found(lives.bench, three)));
            lives.bench.rereads(reads::remove);
            lives.next("second");
            work(lives);

            // then
            assertThat(routes(lives.decisions())).containsExactly("f1 ACCEPTED", "f2 ACCEPTED", "f3 BUDGET");
            assertThat(lives.bench.sampler.calls()).isEqualTo(10);
        }
    }

    @Test
    void samplesOfBeforeARestartAreCountedWithTheFrame() {
        Frame one = TestFrames.frame("line-1", "f1", 1);
        Frame two = TestFrames.frame("line-1", "f2", 2);
        try (Lives lives = new Lives(directory.resolve("lives"))) {
            // given a frame that has its samples and waits for the one before it
            lives.policy(policy(1, 14L, null));
            lives.bench.workers.hold();
            lives.runWaiting();
            lives.process(0, one);
            lives.process(1, two);
            lives.commit();
            lives.tick();
            lives.bench.workers.runNewest();
            lives.bench.sleep(Duration.ofSeconds(1));
            lives.tick();
            assertThat(lives.ledger()).extracting(entry -> entry.samples().size()).containsExactly(0, 5);

            // when
            Deque<FrameSource.Read> reads = new ArrayDeque<>(
                    List.of(Lives.found(lives.bench, one), Lives.found(lives.bench, two)));
            lives.bench.rereads(reads::remove);
            lives.next("second");
            work(lives);
            lives.process(2, TestFrames.frame("line-1", "f3", 3));
            work(lives);

            // then
            assertThat(lives.bench.sampler.calls()).isEqualTo(10);
            assertThat(routes(lives.decisions())).containsExactly("f1 ACCEPTED", "f2 ACCEPTED", "f3 BUDGET");
        }
    }

    private static void work(Lives lives) {
        for (int i = 0; i < 8; i++) {
            lives.runWaiting();
            lives.commit();
            lives.tick();
        }
    }

    private void take(String... ids) {
        for (String id : ids) {
            bench.frame(TestFrames.frame("line-1", id, id.charAt(1)));
        }
    }

    private void runAll() {
        while (bench.workers.size() > 0) {
            bench.workers.runOldest();
        }
        bench.pass(TICK);
    }

    private List<Inspection> decisions() {
        List<Inspection> all = new ArrayList<>(bench.accepted());
        all.addAll(bench.humanReview());
        all.sort(Comparator.comparing(each -> String.valueOf(each.frame().frameId())));
        return all;
    }

    private List<String> routes() {
        return routes(decisions());
    }

    /** Each frame with why it was held. */
    private static List<String> routes(List<Inspection> decisions) {
        return decisions.stream().map(each -> each.frame().frameId() + " "
                + (each.decision().route() == Route.ACCEPTED ? "ACCEPTED" : each.decision().reason())).toList();
    }

    private static LinePolicy policy(long version, @Nullable Long calls, @Nullable Long tokens) {
        return TestPolicies.spending(TestPolicies.fixed("line-1", version, MODEL, 0.25), calls, tokens);
    }

    private static SamplingPlan plan(StoppingRule stopping, @Nullable StillScene still) {
        return new SamplingPlan(5, 3, 1.0, 200, Duration.ofSeconds(30), stopping, null, still);
    }
}

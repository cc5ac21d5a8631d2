package dev.andon.topology.inspect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Stopping;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.Sampler;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Measures;
import dev.andon.fixture.FakeEmbedder;
import dev.andon.fixture.ManualExecutor;
import dev.andon.fixture.ScriptedSampler;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** The time of a frame on a clock that only the test moves; calls are made at once on the test's thread, or never. */
class SampleCollectorTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Hedging hedging = new Hedging(1.5, 0.05);
    private final Recorder recorder = new Recorder(new SimpleMeterRegistry());
    private final List<Instant> deadlines = new ArrayList<>();
    private final List<Sample> arrived = new ArrayList<>();
    private Instant now = START;
    private SamplingPlan plan = plan(new StoppingRule.AllSamples());
    private double lot = 0.9;
    private int brokenOff;

    @Test
    @Timeout(20)
    void goesOnWithWhatItHasWhenASamplerAnswersLongAfterTheDeadline() throws Exception {
        SamplingOutcome outcome = collect(index -> {
            if (index == 2) {
                now = START.plus(LIMIT).plusSeconds(6);
            }
            return ScriptedSampler.says(index, 1, "ok", "fine");
        }, 3, List.of());

        assertThat(outcome.samples()).extracting(Sample::index).containsExactly(0, 1, 2);
        assertThat(arrived).hasSize(3);
    }

    @Test
    void everyCallHasToEndWithTheTimeOfTheFrameThatOfATopUpToo() throws Exception {
        SamplingOutcome outcome = collect(index -> {
            now = now.plusSeconds(60);
            return index == 1
                    ? new Reply.Invalid(index, Reply.Cause.UNPARSEABLE, "no answer")
                    : ScriptedSampler.says(index, 1, "ok", "fine");
        }, Integer.MAX_VALUE, List.of());

        assertThat(outcome.samples()).hasSize(5);
        assertThat(outcome.invalid()).isEqualTo(1);
        assertThat(deadlines).hasSize(6).containsOnly(START.plus(LIMIT));
    }

    @Test
    void asksOnlyForWhatIsMissing() throws Exception {
        Sample kept = ((Reply.Valid) ScriptedSampler.says(3, 1, "ok", "kept")).sample();

        SamplingOutcome outcome = collect(index -> ScriptedSampler.says(index, 1, "ok", "fine"), Integer.MAX_VALUE,
                List.of(kept));

        assertThat(outcome.samples()).hasSize(5).contains(kept);
        assertThat(arrived).extracting(Sample::index).containsExactly(0, 1, 2, 4);
    }

    @Test
    void asksNoMoreAndBreaksOffWhatIsUnderWayOnceTheRouteIsSettled() throws Exception {
        plan = plan(new StoppingRule.Lossless(5, 5));

        SamplingOutcome outcome = collect(index -> ScriptedSampler.says(index, 1, "unsure", "dark"), 3, List.of());

        assertThat(outcome.samples()).hasSize(3);
        assertThat(outcome.asked()).isEqualTo(5);
        assertThat(outcome.stopped()).isTrue();
        assertThat(brokenOff).isEqualTo(2);
        assertThat(recorder.counted(MetricNames.SAMPLES_SAVED)).isEqualTo(2);
    }

    @Test
    void asksForTheNextWaveOnlyWhenOneHasNotSettledIt() throws Exception {
        plan = plan(new StoppingRule.UnanimousWindow(3, 0.5));

        SamplingOutcome agreed = collect(index -> ScriptedSampler.says(index, 1, "ok", "fine"), Integer.MAX_VALUE,
                List.of());
        SamplingOutcome split = collect(index -> ScriptedSampler.says(index, 1, index == 1 ? "bent" : "ok", "fine"),
                Integer.MAX_VALUE, List.of());

        assertThat(agreed.samples()).extracting(Sample::index).containsExactly(0, 1, 2);
        assertThat(agreed.asked()).isEqualTo(3);
        assertThat(agreed.stopped()).isTrue();
        assertThat(split.samples()).hasSize(5);
        assertThat(split.stopped()).isFalse();
    }

    @Test
    void aFrameWhoseLotWinsTakesAllItsSamples() throws Exception {
        plan = plan(new StoppingRule.Lossless(1, 1));
        lot = 0;

        SamplingOutcome outcome = collect(index -> ScriptedSampler.says(index, 1, "unsure", "dark"), Integer.MAX_VALUE,
                List.of());

        assertThat(outcome.samples()).hasSize(5);
    }

    @Test
    void asksForOneMoreWhereTheLastIsLateAndTheFirstOfTheTwoCounts() throws Exception {
        hedging.asked(20);

        SamplingOutcome outcome = collect(index -> index == 4 ? null : ScriptedSampler.says(index, 1, "ok", "fine"),
                Integer.MAX_VALUE, List.of());

        assertThat(outcome.samples()).extracting(Sample::index).containsExactly(0, 1, 2, 3, 5);
        assertThat(outcome.asked()).isEqualTo(6);
        assertThat(brokenOff).isEqualTo(1);
        assertThat(recorder.counted(MetricNames.SAMPLES_HEDGED)).isEqualTo(1);
    }

    @Test
    void aWindowThatASampleInPlaceOfALateOneFillsCanStop() throws Exception {
        plan = plan(new StoppingRule.UnanimousWindow(3, 0.5));
        hedging.asked(20);

        SamplingOutcome outcome = collect(index -> index == 2 ? null : ScriptedSampler.says(index, 1, "ok", "fine"),
                Integer.MAX_VALUE, List.of());

        assertThat(outcome.samples()).extracting(Sample::index).containsExactly(0, 1, 5);
        assertThat(outcome.stopped()).isTrue();
    }

    @Test
    @Timeout(20)
    void asksForNoMoreThanItsShareAllows() throws Exception {
        SamplingOutcome outcome = collect(index -> {
            if (index == 4) {
                now = START.plus(LIMIT).plusSeconds(5);
                return null;
            }
            return ScriptedSampler.says(index, 1, "ok", "fine");
        }, Integer.MAX_VALUE, List.of());

        assertThat(outcome.samples()).hasSize(4);
        assertThat(outcome.asked()).isEqualTo(5);
    }

    private interface Script {

        /** Null for a call that hangs for ever. */
        @Nullable
        Reply reply(int index);
    }

    /** @param answered calls that are made; those beyond hang for ever */
    private SamplingOutcome collect(Script script, int answered, List<Sample> kept) throws Exception {
        int[] made = {0};
        Sampler sampler = new Sampler() {
            @Override
            public int samplesPerCall() {
                return 1;
            }

            @Override
            public List<Reply> ask(Question question, long seed, int first, int count, Instant deadline)
                    throws InterruptedException {
                deadlines.add(deadline);
                Reply reply = made[0]++ < answered ? script.reply(first) : null;
                if (reply == null) {
                    throw new InterruptedException("never answered");
                }
                return List.of(reply);
            }
        };
        Recipe recipe = recipe();
        Stopping stopping = new Stopping(recipe, new Threshold(0.25, 1, ThresholdMode.FIXED, "waived"), lot,
                samples -> Measures.score(samples, recipe.labels(), new FakeEmbedder(), now));
        return new SampleCollector(sampler, new AtOnce(), hedging, recorder, () -> now)
                .collect(question(recipe), plan, 1, kept, stopping, arrived::add);
    }

    /** Runs everything on the calling thread; what was interrupted has not ended. */
    private final class AtOnce extends ManualExecutor {

        @Override
        public Future<?> submit(Runnable task) {
            task.run();
            return Thread.interrupted() ? new Hanging() : CompletableFuture.completedFuture(null);
        }
    }

    /** Counts being broken off. */
    private final class Hanging extends CompletableFuture<Void> {

        @Override
        public boolean cancel(boolean mayInterrupt) {
            brokenOff++;
            return super.cancel(mayInterrupt);
        }
    }

    private static SamplingPlan plan(StoppingRule stopping) {
        return new SamplingPlan(5, 3, 1, 100, LIMIT, stopping, null, null);
    }

    private Recipe recipe() {
        Recipe recipe = TestPolicies.fixed("line-1", 1, "steady", 0.25).recipes().getFirst();
        return new Recipe(recipe.id(), 1, recipe.selector(), recipe.model(), recipe.prompt(), recipe.labels(), "en",
                plan, recipe.measure(), recipe.limits(), null, 0.5, recipe.audit(), recipe.threshold());
    }

    private static Question question(Recipe recipe) {
        return new Question(new LineId("line-1"), new FrameId("frame"), recipe.model(), recipe.prompt(),
                recipe.labels(), recipe.captionLanguage(), 1, 100, ImageBytes.of(TestFrames.image(10)), "image/png");
    }
}

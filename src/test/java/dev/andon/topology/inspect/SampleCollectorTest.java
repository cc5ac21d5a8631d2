package dev.andon.topology.inspect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

import dev.andon.core.decision.Recipe;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.Sampler;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.fixture.ScriptedSampler;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** The time of a frame on a clock that only the test moves; calls are made at once on the test's thread, or never. */
class SampleCollectorTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final SamplingPlan PLAN = new SamplingPlan(5, 3, 1, 100, LIMIT);

    private final List<Instant> deadlines = new ArrayList<>();
    private final List<Sample> arrived = new ArrayList<>();
    private Instant now = START;

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

    private interface Script {

        Reply reply(int index);
    }

    /** @param answered calls that are made; those beyond hang for ever */
    private SamplingOutcome collect(Script script, int answered, List<Sample> kept) throws Exception {
        int[] made = {0};
        Executor calls = call -> {
            if (made[0]++ < answered) {
                call.run();
            }
        };
        Sampler sampler = new Sampler() {
            @Override
            public int samplesPerCall() {
                return 1;
            }

            @Override
            public List<Reply> ask(Question question, long seed, int first, int count, Instant deadline) {
                deadlines.add(deadline);
                return List.of(script.reply(first));
            }
        };
        return new SampleCollector(sampler, calls, () -> now).collect(question(), PLAN, 1, kept, arrived::add);
    }

    private static Question question() {
        Recipe recipe = TestPolicies.fixed("line-1", 1, "steady", 0.25).recipes().getFirst();
        return new Question(new LineId("line-1"), new FrameId("frame"), recipe.model(), recipe.prompt(),
                recipe.labels(), recipe.captionLanguage(), 1, 100, ImageBytes.of(TestFrames.image(10)), "image/png");
    }
}

package dev.andon.topology.inspect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.andon.core.decision.Audit;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.fixture.TestThresholds;
import dev.andon.topology.source.FrameSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.fixture.ScriptedSampler.says;
import static org.assertj.core.api.Assertions.assertThat;

/** A candidate is tried out on the frames that are drawn, and whatever else stands on the topic is passed over in silence. */
class ShadowTest {

    private static final String MODEL = "some-model";
    private static final String LINE = "line-1";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = Bench.shadow(directory, 1);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void theDrawnFramesAreDecidedInOrder() {
        List<Frame> frames = IntStream.range(0, 40).mapToObj(i -> TestFrames.frame(LINE, "f" + i, i)).toList();
        try (Bench some = Bench.shadow(directory.resolve("some"), 0.3)) {
            some.policy(TestPolicies.fixed(LINE, 1, MODEL, 0.25));
            List<FrameId> drawn = frames.stream().map(Frame::id).filter(some.settings.scope()::has).toList();

            frames.forEach(some::frame);

            List<Inspection> shadow = some.shadow();
            assertThat(drawn).hasSizeBetween(5, 25);
            assertThat(shadow).extracting(one -> one.frame().frameId()).containsExactlyElementsOf(drawn);
            assertThat(shadow.getLast().lineSequence()).isEqualTo(drawn.size());
            assertThat(some.sampler.calls()).as("nobody is asked about the others").isEqualTo(5 * drawn.size());
            assertThat(some.ledger()).isEmpty();
        }
    }

    @Test
    void whatIsHeldStaysThereAndNobodyGetsAnImage() {
        bench.policy(TestPolicies.fixed(LINE, 1, MODEL, 0.25));
        bench.sampler.script(MODEL, (q, seed, index) -> says(index, seed, "ok", "word" + index + " other" + index));

        bench.frame(TestFrames.frame(LINE, "f1", Arrays.copyOf(TestFrames.image(10), 300_000)));
        bench.frame(TestFrames.frame(LINE, "f2", 10));

        assertThat(bench.shadow()).hasSize(2).allSatisfy(one -> {
            assertThat(one.decision().reason()).isEqualTo(Reason.UNCERTAIN);
            assertThat(one.purpose()).as("nothing is asked of a person").isNull();
            assertThat(one.imageBytes()).isNull();
            assertThat(one.image().uri()).isNull();
        });
        assertThat(directory.resolve("images")).satisfiesAnyOf(path -> assertThat(Files.exists(path)).isFalse(),
                path -> assertThat(path).isEmptyDirectory());
    }

    @Test
    void whatWouldBeAuditedIsThereOnce() {
        bench.policy(TestPolicies.audited(LINE, Audit.AFTER));

        bench.frame(TestFrames.frame(LINE, "f1", 10));

        Inspection accepted = only(bench.shadow());
        assertThat(accepted.decision().route()).isEqualTo(Route.ACCEPTED);
        assertThat(accepted.decision().auditCopy()).isTrue();
    }

    @Test
    void whatOthersAnswerForIsPassedOver() {
        // given
        bench.policy(TestPolicies.fixed(LINE, 1, MODEL, 0.25));

        // when there are no candidate, no frame, another line's key, another image under a used id, and a repetition
        bench.frame(TestFrames.frame("line-2", "f1", 10));
        bench.record(LINE, "no frame".getBytes(StandardCharsets.UTF_8));
        bench.record("line-3", bench.encoded(TestFrames.frame(LINE, "f2", 10)));
        bench.frame(TestFrames.frame(LINE, "f3", 10));
        bench.frame(TestFrames.frame(LINE, "f3", 20));
        bench.frame(TestFrames.frame(LINE, "f3", 10));
        bench.rawThresholds(LINE, "no thresholds".getBytes(StandardCharsets.UTF_8));

        // then
        assertThat(only(bench.shadow()).frame().frameId()).isEqualTo(new FrameId("f3"));
        assertThat(bench.deadLetters()).isEmpty();
        assertThat(bench.ledger()).isEmpty();
        assertThat(bench.open).hasValue(0);
    }

    @Test
    void aFrameThatIsGoneIsPassedOver() {
        bench.policy(TestPolicies.fixed(LINE, 1, MODEL, 0.25));
        bench.registry.setAway(true);
        bench.frame(TestFrames.frame("line-1", "f1", 10));
        bench.rereads(new FrameSource.Read.Gone("frames-0@0 is no longer in the topic"));
        assertThat(bench.ledger()).hasSize(1);

        bench.pass(Duration.ofSeconds(2));
        bench.pass(Duration.ofSeconds(2));

        assertThat(bench.shadow()).isEmpty();
        assertThat(bench.ledger()).isEmpty();
    }

    @Test
    void aCandidateThatIsInvalidIsADeadLetter() {
        bench.policy(TestPolicies.fixed(LINE, 1, MODEL, 25));

        assertThat(bench.deadLetters()).hasSize(1);
    }

    @Test
    void whatWasLearntLiveHoldsForTheCandidate() {
        bench.sampler.script("steady", (q, seed, index) -> says(index, seed, "ok", "it lies flat"));
        bench.policy(TestPolicies.learnt(LINE, 12));
        bench.frame(TestFrames.frame(LINE, "f1", 10));
        bench.thresholds(TestThresholds.of(LINE, 0.4, 5, "certified", null));

        bench.frame(TestFrames.frame(LINE, "f2", 20));

        assertThat(bench.shadow()).extracting(one -> one.decision().reason()).containsExactly(Reason.COLD_START, null);
    }

    @Test
    void aCandidateThatIsClearedTakesNoMoreFrames() {
        bench.policy(TestPolicies.fixed(LINE, 1, MODEL, 0.25));
        bench.frame(TestFrames.frame(LINE, "f1", 10));

        bench.withdrawPolicy(LINE);
        bench.frame(TestFrames.frame(LINE, "f2", 10));

        assertThat(only(bench.shadow()).frame().frameId()).isEqualTo(new FrameId("f1"));
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.getFirst();
    }
}

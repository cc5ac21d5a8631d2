package dev.andon.topology.inspect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.andon.core.decision.Audit;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.Result;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.metrics.MetricNames;
import dev.andon.schema.state.LineState;
import dev.andon.topology.source.FrameRecord;
import dev.andon.topology.source.FrameSource;
import dev.andon.topology.state.StateStores;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.fixture.ScriptedSampler.says;
import static org.assertj.core.api.Assertions.assertThat;

class InspectTopologyTest {

    private static final String MODEL = "some-model";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory, 8);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aFrameWithOneVoiceIsAccepted() {
        bench.policy(TestPolicies.fixed("line-1", 3, MODEL, 0.25));

        bench.frame(TestFrames.frame("line-1", "f1", 10));

        Inspection inspection = only(bench.accepted());
        assertThat(inspection.decision().result()).isEqualTo(Result.OK);
        assertThat(inspection.uncertainty()).isZero();
        assertThat(inspection.lineSequence()).isEqualTo(1);
        assertThat(inspection.samples()).hasSize(5).extracting("seed").doesNotHaveDuplicates();
        assertThat(inspection).extracting("applied.policyVersion", "applied.threshold.value").containsExactly(3L, 0.25);
        assertThat(inspection.imageBytes()).as("machines get no image").isNull();
        assertThat(bench.humanReview()).isEmpty();
        assertThat(bench.recorder.counted(MetricNames.SAMPLES_IDENTICAL)).isEqualTo(1);
        assertThat(bench.open).hasValue(0);
    }

    @Test
    void aFrameWithManyVoicesGoesToAPersonWithItsImage() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.sampler.script(MODEL, (q, seed, index) -> says(index, seed, "ok", "word" + index + " other" + index));

        Frame frame = TestFrames.frame("line-1", "f1", 10);
        bench.frame(frame);

        Inspection inspection = only(bench.humanReview());
        assertThat(inspection.decision().reason()).isEqualTo(Reason.UNCERTAIN);
        assertThat(inspection.decision().result()).isEqualTo(Result.NOT_DECIDABLE);
        assertThat(inspection.purpose()).isEqualTo(Purpose.DECIDE);
        assertThat(inspection.imageBytes()).extracting(ImageBytes::size).isEqualTo((int) frame.size());
        assertThat(inspection.imageType()).isEqualTo("image/jpeg");
    }

    @Test
    void aLineWithoutPolicyOrThresholdAcceptsNothing() {
        bench.policy(TestPolicies.coldStart("line-1", 1));

        bench.frame(TestFrames.frame("line-1", "f1", 10));
        bench.frame(TestFrames.frame("line-2", "f1", 10));

        assertThat(bench.humanReview()).extracting(i -> i.decision().reason())
                .containsExactly(Reason.COLD_START, Reason.NO_POLICY);
        assertThat(bench.sampler.calls()).as("no call is spent without a policy").isEqualTo(5);
    }

    @Test
    void aPolicyIsInForceFromTheNextFrameOn() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.workers.hold();
        bench.frame(TestFrames.frame("line-1", "f1", 10));
        bench.policy(TestPolicies.coldStart("line-1", 2));
        bench.frame(TestFrames.frame("line-1", "f2", 20));

        bench.workers.runOldest();
        bench.workers.runOldest();
        bench.pass(Duration.ofMillis(20));

        assertThat(only(bench.accepted())).extracting("applied.policyVersion").isEqualTo(1L);
        assertThat(only(bench.humanReview())).extracting("applied.policyVersion").isEqualTo(2L);
    }

    @Test
    void aWithdrawnPolicyLeavesNone() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.withdrawPolicy("line-1");

        bench.frame(TestFrames.frame("line-1", "f1", 10));

        assertThat(only(bench.humanReview()).decision().reason()).isEqualTo(Reason.NO_POLICY);
    }

    @Test
    void anInvalidPolicyIsRejectedAsAWholeAndTheOldOneStays() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        LinePolicy broken = new LinePolicy(new LineId("line-1"), 2, "A. Author", null,
                List.of(TestPolicies.fixed("line-1", 2, " ", 7).recipes().getFirst()));
        bench.policy(broken);

        bench.frame(TestFrames.frame("line-1", "f1", 10));

        assertThat(only(bench.accepted())).extracting("applied.policyVersion").isEqualTo(1L);
        TestRecord<byte[], byte[]> letter = only(bench.deadLetters());
        assertThat(letter.getRecordTime()).as("retention counts from now").isEqualTo(bench.now());
        assertThat(header(letter, "topic")).isEqualTo("line-policies");
        assertThat(header(letter, "message")).contains("version 2", "model", "threshold");
    }

    @Test
    void whatIsNoFrameGoesUnchangedToTheDeadLettersAndTheStreamGoesOn() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        byte[] poison = "no frame".getBytes(StandardCharsets.UTF_8);

        bench.record("line-1", poison);
        bench.frame(TestFrames.frame("line-1", "f1", 10));

        TestRecord<byte[], byte[]> letter = only(bench.deadLetters());
        assertThat(letter.getRecordTime()).as("retention counts from now").isEqualTo(bench.now());
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(letter.key()).isEqualTo("line-1".getBytes(StandardCharsets.UTF_8));
        assertThat(header(letter, "topic")).isEqualTo("frames");
        assertThat(header(letter, "partition")).isEqualTo("0");
        assertThat(header(letter, "offset")).isEqualTo("0");
        assertThat(header(letter, "received")).isEqualTo("1767323045000");
        assertThat(header(letter, "exception")).isNotBlank();
        assertThat(header(letter, "stacktrace")).isNotBlank();
        assertThat(only(bench.accepted()).lineSequence()).isEqualTo(1);
        assertThat(bench.open).hasValue(0);
    }

    @Test
    void aFrameWaitsWhileTheRegistryIsAwayAndIsReadAgainAfterwards() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.registry.setAway(true);
        Frame frame = TestFrames.frame("line-1", "f1", 10);
        byte[] value = bench.encoded(frame);

        bench.record("line-1", value);
        bench.pass(Duration.ofSeconds(2));
        assertThat(bench.open).hasValue(1);
        assertThat(bench.deadLetters()).isEmpty();

        bench.registry.setAway(false);
        bench.rereads(new FrameSource.Read.Found(
                new FrameRecord("line-1".getBytes(StandardCharsets.UTF_8), value, new RecordHeaders())));
        bench.pass(Duration.ofSeconds(2));
        bench.pass(Duration.ofSeconds(2));

        assertThat(only(bench.accepted()).frame().frameId()).isEqualTo(new FrameId("f1"));
    }

    @Test
    void aFrameThatIsGoneWhenItsTurnComesIsHeldAsLost() {
        bench.registry.setAway(true);
        bench.record("line-1", bench.encoded(TestFrames.frame("line-1", "f1", 10)));
        bench.registry.setAway(false);
        bench.rereads(new FrameSource.Read.Gone("frames-0@0 is no longer in the topic"));

        bench.pass(Duration.ofSeconds(2));
        bench.pass(Duration.ofSeconds(2));

        Inspection lost = only(bench.humanReview());
        assertThat(lost.decision().reason()).isEqualTo(Reason.SOURCE_LOST);
        assertThat(lost.decision().detail()).contains("no longer in the topic");
        assertThat(lost.line()).isEqualTo(new LineId("line-1"));
    }

    @Test
    void aRepeatedFrameIsDroppedAndAConflictingOneHeld() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));

        bench.frame(TestFrames.frame("line-1", "f1", 10));
        bench.frame(TestFrames.frame("line-1", "f1", 10));
        bench.frame(TestFrames.frame("line-1", "f1", 200));

        assertThat(bench.accepted()).hasSize(1);
        Inspection conflict = only(bench.humanReview());
        assertThat(conflict.decision().reason()).isEqualTo(Reason.CONFLICTING_FRAME);
        assertThat(conflict.lineSequence()).isEqualTo(2);
        assertThat(bench.recorder.counted(MetricNames.FRAMES_DUPLICATE)).isEqualTo(1);
    }

    @Test
    void aFrameUnderAForeignKeyIsHeldOutsideTheOrderOfItsLine() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));

        bench.record("line-2", bench.encoded(TestFrames.frame("line-1", "f1", 10)));

        Inspection held = only(bench.humanReview());
        assertThat(held.decision().reason()).isEqualTo(Reason.WRONG_PARTITION);
        assertThat(held.decision().detail()).contains("line-1", "line-2");
        assertThat(held.lineSequence()).isNull();
    }

    @Test
    void anImageThatCannotBeDecodedIsHeldWithoutACall() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));

        bench.frame(TestFrames.frame("line-1", "f1", "no image at all".getBytes(StandardCharsets.UTF_8)));

        assertThat(only(bench.humanReview()).decision().reason()).isEqualTo(Reason.FRAME_UNREADABLE);
        assertThat(bench.sampler.calls()).isZero();
    }

    @Test
    void anAuditedFrameIsPublishedAndCopied() {
        bench.policy(TestPolicies.audited("line-1", Audit.AFTER));

        bench.frame(TestFrames.frame("line-1", "f1", 10));

        Inspection published = only(bench.accepted());
        Inspection copy = only(bench.humanReview());
        assertThat(copy.id()).isEqualTo(published.id());
        assertThat(copy.lineSequence()).isEqualTo(published.lineSequence());
        assertThat(copy.purpose()).isEqualTo(Purpose.AUDIT);
        assertThat(copy.imageBytes()).isNotNull();
    }

    @Test
    void anAuditBeforePublicationHoldsTheFrame() {
        bench.policy(TestPolicies.audited("line-1", Audit.BEFORE));

        bench.frame(TestFrames.frame("line-1", "f1", 10));

        assertThat(bench.accepted()).isEmpty();
        assertThat(only(bench.humanReview()).decision().reason()).isEqualTo(Reason.AUDIT);
    }

    @Test
    void decisionsOfALineLeaveInItsOrderWhateverTheModelAnswersFirst() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.workers.hold();
        for (String id : List.of("f1", "f2", "f3")) {
            bench.frame(TestFrames.frame("line-1", id, 10));
        }

        bench.workers.runNewest();
        bench.workers.runNewest();
        bench.pass(Duration.ofMillis(20));
        assertThat(bench.accepted()).isEmpty();
        bench.workers.runNewest();
        bench.pass(Duration.ofMillis(20));

        assertThat(bench.accepted()).extracting("frame.frameId.value").containsExactly("f1", "f2", "f3");
    }

    @Test
    void lateSamplesAreKeptInTheLedgerUntilTheFrameIsDecided() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.workers.hold();
        bench.frame(TestFrames.frame("line-1", "f1", 10));
        bench.frame(TestFrames.frame("line-1", "f2", 20));

        bench.workers.runNewest();
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.ledger()).extracting(e -> e.samples().size()).containsExactly(0, 5);
    }

    @Test
    void samplesGoIntoTheLedgerWithTheNextDecision() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.workers.hold();
        bench.frame(TestFrames.frame("line-1", "f1", 10));
        bench.frame(TestFrames.frame("line-1", "f2", 20));
        bench.frame(TestFrames.frame("line-1", "f3", 30));

        bench.workers.runNewest();
        bench.pass(Duration.ofMillis(20));
        assertThat(bench.ledger()).extracting(e -> e.samples().size()).containsExactly(0, 0, 0);
        bench.workers.runOldest();
        bench.pass(Duration.ofMillis(20));

        assertThat(bench.accepted()).extracting("frame.frameId.value").containsExactly("f1");
        assertThat(bench.ledger()).extracting(e -> e.samples().size()).containsExactly(0, 5);
    }

    @Test
    void framesForWhichThereIsNoRoomAreParkedAndReadAgain() {
        bench.close();
        bench = new Bench(directory.resolve("narrow"), 1);
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.workers.hold();
        Frame second = TestFrames.frame("line-1", "f2", 20);
        bench.frame(TestFrames.frame("line-1", "f1", 10));
        bench.frame(second);
        bench.rereads(new FrameSource.Read.Found(new FrameRecord("line-1".getBytes(StandardCharsets.UTF_8),
                bench.encoded(second), new RecordHeaders())));

        assertThat(bench.workers.size()).as("one frame fills the window").isEqualTo(1);
        for (int i = 0; i < 4; i++) {
            if (bench.workers.size() > 0) {
                bench.workers.runOldest();
            }
            bench.pass(Duration.ofMillis(20));
        }

        assertThat(bench.accepted()).extracting("frame.frameId.value").containsExactly("f1", "f2");
        assertThat(bench.window.items()).isZero();
        assertThat(bench.window.bytes()).isZero();
    }

    @Test
    void tooFewSamplesAreHeldWithTheReason() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.sampler.script(MODEL, (q, seed, index) -> new Reply.Unavailable(index, "connection refused"));

        bench.frame(TestFrames.frame("line-1", "f1", 10));

        assertThat(only(bench.humanReview()).decision().reason()).isEqualTo(Reason.VLM_UNAVAILABLE);
    }

    @Test
    void aFailingSamplerHoldsTheFrameInsteadOfLosingIt() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.sampler.script(MODEL, (q, seed, index) -> {
            throw new IllegalStateException("a fault of the program");
        });

        bench.frame(TestFrames.frame("line-1", "f1", 10));

        assertThat(bench.humanReview()).hasSize(1);
        assertThat(bench.open).hasValue(0);
    }

    @Test
    void thresholdsCanBeAskedForInTheStore() {
        bench.policy(TestPolicies.fixed("line-1", 4, MODEL, 0.25));

        var state = bench.driver.<String, LineState>getKeyValueStore(StateStores.LINE_STATE)
                .get("line-1");

        assertThat(state.getThresholds()).hasSize(1);
        assertThat(state.getThresholds().getFirst().getValue()).isEqualTo(0.25);
        assertThat(state.getThresholds().getFirst().getVersion()).isEqualTo(4);
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader("__streams.errors." + name).value(), StandardCharsets.UTF_8);
    }

    private static <T> T only(List<T> all) {
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}

package dev.andon.topology.inspect;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Inspection.Applied;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.fixture.SchemaHistory;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.fixture.TestThresholds;
import dev.andon.topology.letters.LetterHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.andon.fixture.ScriptedSampler.says;
import static org.assertj.core.api.Assertions.assertThat;

/** Thresholds that were learnt hold from the next frame on, for the rule they were learnt by. */
class ThresholdsTest {

    private static final String LINE = "line-1";

    @TempDir
    Path directory;

    private Bench bench;
    private int frames;

    @BeforeEach
    void start() {
        bench = new Bench(directory, 8);
        bench.sampler.script("steady", (q, seed, index) -> says(index, seed, "ok", "it lies flat"));
        bench.policy(TestPolicies.learnt(LINE, 12));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void withoutOneEveryFrameIsHeld() {
        assertThat(decided().decision().reason()).isEqualTo(Reason.COLD_START);
    }

    @Test
    void itHoldsForTheNextFrameAndIsOnItsRecord() {
        bench.thresholds(TestThresholds.of(LINE, 0.4, 5, "certified", null));

        assertThat(accepted().applied()).extracting(Applied::threshold)
                .isEqualTo(new Threshold(0.4, 5, ThresholdMode.RISK, "certified", null));
    }

    @Test
    void aNewerOneTakesItsPlaceAndNoneHoldsEverythingAgain() {
        bench.thresholds(TestThresholds.of(LINE, 0.4, 5, "certified", null));
        bench.thresholds(TestThresholds.of(LINE, null, 6, "revoked", null));

        assertThat(decided().decision().reason()).isEqualTo(Reason.COLD_START);
    }

    @Test
    void itEndsWhenItsTimeIsUpEvenIfNobodySaysSo() {
        bench.thresholds(TestThresholds.of(LINE, 0.4, 5, "certified", bench.now().plusSeconds(60)));
        accepted();

        bench.pass(Duration.ofSeconds(61));

        assertThat(decided().decision().reason()).isEqualTo(Reason.COLD_START);
    }

    @Test
    void whatWasLearntByAnotherRuleSaysNothing() {
        bench.thresholds(TestThresholds.of(LINE, 0.4, 5, ThresholdMode.COST, "cheap", null));

        assertThat(decided().decision().reason()).isEqualTo(Reason.COLD_START);
    }

    @Test
    void aGivenThresholdIsNotReplacedByOneThatWasLearnt() {
        bench.policy(TestPolicies.fixed(LINE, 2, "steady", 0.25));
        bench.thresholds(TestThresholds.of(LINE, 0.9, 5, "certified", null));

        assertThat(accepted().applied()).satisfies(applied -> assertThat(applied.threshold()).satisfies(
                threshold -> assertThat(threshold.value()).isEqualTo(0.25)));
    }

    @Test
    void aNewPolicyKeepsWhatWasLearnt() {
        bench.thresholds(TestThresholds.of(LINE, 0.4, 5, "certified", null));
        bench.policy(TestPolicies.fixed(LINE, 2, "steady", 0.25));

        bench.policy(TestPolicies.learnt(LINE, 30));

        assertThat(accepted().applied()).satisfies(applied -> assertThat(applied.threshold()).satisfies(
                threshold -> assertThat(threshold.version()).isEqualTo(5)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void oneThatIsNoThresholdIsADeadLetterAndTheOneBeforeStays(double value) {
        bench.thresholds(TestThresholds.of(LINE, 0.4, 5, "certified", null));

        bench.thresholds(TestThresholds.of(LINE, value, 6, "wrong", null));

        assertThat(bench.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(LetterHeaders.text(letter.headers(), LetterHeaders.TOPIC)).isEqualTo("thresholds");
            assertThat(LetterHeaders.text(letter.headers(), LetterHeaders.MESSAGE)).contains("recipe bracket",
                    "not from 0 to 1");
        });
        accepted();
    }

    @Test
    void thoseOfAnotherLineAreRejected() {
        bench.rawThresholds(LINE, bench.codecs.thresholds().encode(TestThresholds.of("line-2", 0.4, 5, "c", null)));

        assertThat(bench.deadLetters()).hasSize(1);
        assertThat(decided().decision().reason()).isEqualTo(Reason.COLD_START);
    }

    @Test
    void framesWaitForThresholdsThatCannotBeReadYet() {
        bench.thresholds(TestThresholds.of(LINE, 0.4, 5, "certified", null));
        accepted();
        bench.rereadsWhatCame();
        bench.rawThresholds(LINE, unread(null));

        frame();
        assertThat(bench.accepted()).as("accepted by a threshold that may be too loose").isEmpty();
        assertThat(bench.ledger()).hasSize(1);

        bench.registry.setAway(false);
        bench.pass(Duration.ofSeconds(2));
        assertThat(bench.humanReview()).filteredOn(one -> one.decision().reason() == Reason.COLD_START).hasSize(1);
    }

    @Test
    void thoseThatNoStoreCouldHoldAreRejected() {
        bench.thresholds(TestThresholds.of(LINE, 0.4, 5, "certified", null));

        bench.rawThresholds(LINE, new byte[80_001]);

        assertThat(message(bench.deadLetters())).contains("80001 bytes", "goes on with those before them");
        accepted();
    }

    @Test
    void invalidOnesThatTookThePlaceOfOthersUnreadLeaveNone() {
        bench.thresholds(TestThresholds.of(LINE, 0.4, 5, "certified", null));
        byte[] tighter = unread(0.0);

        bench.rawThresholds(LINE, tighter);
        bench.rawThresholds(LINE, ByteBuffer.allocate(tighter.length + 1).put(tighter).array());
        bench.registry.setAway(false);

        assertThat(decided().decision().reason()).isEqualTo(Reason.COLD_START);
        assertThat(message(bench.deadLetters())).contains("goes on after the end");
    }

    private static String message(List<TestRecord<byte[], byte[]>> letters) {
        assertThat(letters).hasSize(1);
        return String.valueOf(LetterHeaders.text(letters.getFirst().headers(), LetterHeaders.MESSAGE));
    }

    /** A record of a schema that nobody has met yet, while the registry is away. */
    private byte[] unread(@Nullable Double value) {
        byte[] record = bench.codecs.thresholds().encode(TestThresholds.of(LINE, value, 6, "tightened", null));
        int unmet = bench.registry.add(SchemaHistory.current("LineThresholds"));
        bench.registry.setAway(true);
        return ByteBuffer.wrap(record).putInt(1, unmet).array();
    }

    private void frame() {
        bench.frame(TestFrames.frame(LINE, "f" + frames, frames++));
        bench.pass(Duration.ofMillis(20));
    }

    private Inspection decided() {
        frame();
        List<Inspection> held = bench.humanReview().stream()
                .filter(inspection -> inspection.decision().reason() != null).toList();
        assertThat(held).hasSize(1);
        return held.getFirst();
    }

    private Inspection accepted() {
        frame();
        List<Inspection> accepted = bench.accepted();
        assertThat(accepted).hasSize(1);
        return accepted.getFirst();
    }
}

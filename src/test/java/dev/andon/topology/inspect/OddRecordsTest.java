package dev.andon.topology.inspect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.metrics.MetricNames;
import dev.andon.topology.source.FrameRecord;
import dev.andon.topology.source.FrameSource;
import dev.andon.topology.state.LedgerEntry;
import dev.andon.topology.state.LineStates;
import dev.andon.topology.state.Precedents;
import dev.andon.topology.state.SeenFrames;
import dev.andon.topology.state.StateStores;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.errors.TopologyException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.fixture.ScriptedSampler.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whatever a record holds, the stream goes on: what stops its thread would stop the next one too, for ever. */
class OddRecordsTest {

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
    void offsetsThatArePassedOverAreLookedAt() throws Exception {
        try (Lives lives = new Lives(directory.resolve("lives"))) {
            lives.process(0, TestFrames.frame("line-1", "f1", 10));
            lives.bench.offsets.deleteBefore("frames", 0, 5);
            lives.process(5, TestFrames.frame("line-1", "f2", 10));

            lives.bench.expiry.look();

            assertThat(lives.bench.recorder.counted(MetricNames.FRAMES_EXPIRED)).isEqualTo(4);
        }
    }

    @Test
    void recordsOfATopicThatIsNotTheConfiguredOneAreRefused() {
        try (Lives lives = new Lives(directory.resolve("lives"))) {
            Frame frame = TestFrames.frame("line-1", "f1", 10);

            assertThatThrownBy(() -> lives.process("mill-by-line-repartition", 0, frame))
                    .isInstanceOf(TopologyException.class).hasMessageContaining("mill-by-line-repartition");

            assertThat(lives.ledger()).isEmpty();
        }
    }

    @Test
    void aLostFrameUnderAKeyThatCanBeNoLineIsHeld() {
        bench.registry.setAway(true);
        bench.record("k".repeat(300), bench.encoded(TestFrames.frame("line-1", "f1", 10)));
        bench.rereads(new FrameSource.Read.Gone("frames-0@0 is no longer in the topic"));

        bench.pass(Duration.ofSeconds(2));
        bench.pass(Duration.ofSeconds(2));
        bench.registry.setAway(false);

        Inspection lost = only(bench.humanReview());
        assertThat(lost.decision().reason()).isEqualTo(Reason.SOURCE_LOST);
        assertThat(lost.lineSequence()).isNull();
    }

    @Test
    void aLostFrameOfATopicWithTheLongestNameDrawsALot() {
        Admission admission = new Admission(bench.codecs.frames(),
                new LineStates(bench.driver.getKeyValueStore(StateStores.LINE_STATE), bench.codecs.policies(),
                        bench.codecs.thresholds(), bench::now),
                new SeenFrames(bench.driver.getKeyValueStore(StateStores.SEEN_FRAMES), 1),
                new Precedents(bench.driver.getKeyValueStore(StateStores.LAST_INSPECTED)), bench.settings);
        Position position = new Position("t".repeat(249), 0, 1_234_567);

        Dossier lost = admission.lost(
                LedgerEntry.fresh(position, "line-1", 1, 1, Instant.EPOCH), "gone").orElseThrow();

        assertThat(lost.lot()).isBetween(0.0, 1.0);
    }

    @Test
    void aHugeKeyReachesNeitherTheLedgerNorTheDecision() {
        bench.workers.hold();
        bench.record("k".repeat(1_500_000), bench.encoded(TestFrames.frame("line-1", "f1", 10)));

        assertThat(only(bench.ledger()).lineKey()).hasSizeLessThan(1_000);
        bench.workers.runOldest();
        bench.pass(Duration.ofMillis(20));
        Inspection held = only(bench.humanReview());
        assertThat(held.decision().reason()).isEqualTo(Reason.WRONG_PARTITION);
        assertThat(held.decision().detail()).hasSizeLessThan(1_000);
    }

    @Test
    void aFrameWithAHugeTextIsADeadLetter() {
        Frame f = TestFrames.frame("line-1", "f1", 10);
        bench.frame(new Frame(f.id(), f.line(), f.cameraId(), null, "u".repeat(1_500_000), null, null, f.capturedAt(),
                f.contentType(), f.size(), f.sha256(), f.image(), null));

        assertThat(bench.humanReview()).isEmpty();
        assertThat(header(only(bench.deadLetters()), "message")).contains("unitId", "1500000");
    }

    @Test
    void aPolicyThatWouldNotFitIntoTheStoreIsRejected() {
        bench.rawPolicy("line-1", new byte[600_000]);

        assertThat(header(only(bench.deadLetters()), "message")).contains("600000 bytes");
    }

    @Test
    void aDeadLetterThatWouldNotFitGoesWithoutItsValue() {
        byte[] large = new byte[Bench.MAX_DEAD_LETTER - 10];
        large[0] = 1;
        bench.record("line-1", large);

        TestRecord<byte[], byte[]> letter = only(bench.deadLetters());
        assertThat(letter.value()).isNull();
        assertThat(letter.key()).isNotNull();
        assertThat(header(letter, "message")).contains("value").contains("starts with byte");
        assertThat(letter.headers().lastHeader("andon.left-out").value()).asString().isEqualTo("value");
        assertThat(header(letter, "offset")).isEqualTo("0");
    }

    @Test
    void traceHeadersOfAbsurdLengthDoNotTravel() {
        FrameRecord record = new FrameRecord(new byte[0], new byte[0], new RecordHeaders()
                .add("traceparent", new byte[55]).add("tracestate", new byte[2_000_000]).add("other", new byte[1]));

        assertThat(TraceHeaders.of(record.headers())).extracting("key").containsExactly("traceparent");
    }

    @Test
    void aCaptionOfAbsurdLengthIsNoSample() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.sampler.script(MODEL, (q, seed, index) -> index == 0
                ? says(index, seed, "ok", "x".repeat(1_000_000))
                : says(index, seed, "ok", "the part looks as drawn"));

        bench.frame(TestFrames.frame("line-1", "f1", 10));

        Inspection accepted = only(bench.accepted());
        assertThat(accepted.samples()).hasSize(5);
        assertThat(accepted.asking().invalid()).isEqualTo(1);
    }

    @Test
    void anErrorOfTheSamplerCountsAsNoAnswer() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.sampler.script(MODEL, (q, seed, index) -> {
            if (index == 0) {
                throw new StackOverflowError("a fault of the program");
            }
            return says(index, seed, "ok", "the part looks as drawn");
        });

        bench.frame(TestFrames.frame("line-1", "f1", 10));

        assertThat(only(bench.accepted()).samples()).as("what the others brought counts").hasSize(4);
    }

    @Test
    void linesAndFrameIdsAreNotMistakenForOthersThatLookAlikeSideBySide() {
        bench.frame(TestFrames.frame("a\u0000b", "c", 10));
        bench.frame(TestFrames.frame("a", "b\u0000c", 10));

        assertThat(bench.humanReview()).extracting("frame.frameId.value").containsExactly("c", "b\u0000c");
    }

    @Test
    void noFrameIdsNeedToBeRemembered() {
        SeenFrames none = new SeenFrames(bench.driver.getKeyValueStore(StateStores.SEEN_FRAMES), 0);

        assertThat(none.see(TestFrames.frame("line-1", "f1", 10), 0)).isEqualTo(SeenFrames.Sighting.FIRST);
        assertThat(none.see(TestFrames.frame("line-1", "f1", 10), 1)).isEqualTo(SeenFrames.Sighting.FIRST);
    }

    @Test
    void aDecisionIsStampedWithItsOwnTime() {
        bench.record("line-1", bench.encoded(TestFrames.frame("line-1", "f1", 10)));

        TestRecord<byte[], byte[]> held = only(bench.driver.createOutputTopic("human-review",
                new ByteArrayDeserializer(), new ByteArrayDeserializer()).readRecordsToList());
        assertThat(held.getRecordTime()).isEqualTo(Instant.parse("2026-01-02T03:04:06Z"));
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader("__streams.errors." + name).value(), StandardCharsets.UTF_8);
    }

    private static <T> T only(List<T> all) {
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}

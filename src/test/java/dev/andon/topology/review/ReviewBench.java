package dev.andon.topology.review;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import dev.andon.avro.Codec;
import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.avro.InMemoryRegistry;
import dev.andon.avro.WrittenTopic;
import dev.andon.config.TopicsConfig;
import dev.andon.core.calibration.EvidenceFrame;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.Route;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.frame.LineId;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;
import dev.andon.metrics.Recorder;
import dev.andon.topology.state.Lesson;
import dev.andon.topology.state.Lessons;
import dev.andon.topology.state.ReviewStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The review topology on a test driver, with hands on everything around it. One thread. */
final class ReviewBench implements AutoCloseable {

    static final TopicsConfig TOPICS = new TopicsConfig("", 1, (short) 1);
    static final Duration REMEMBER = Duration.ofDays(7);
    static final Duration PATIENCE = Duration.ofMinutes(10);
    static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    final InMemoryRegistry registry = new InMemoryRegistry();
    final Codecs codecs = registry.codecs();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Recorder recorder = new Recorder(meters);
    final TopologyTestDriver driver;

    private Instant now;

    ReviewBench(Path directory) {
        this(directory, START);
    }

    /** A bench on which it is later than its records are. */
    ReviewBench(Path directory, Instant start) {
        now = start;
        codecs.prepare(List.of(new WrittenTopic("accepted", WrittenTopic.Type.INSPECTION),
                new WrittenTopic("line-policies", WrittenTopic.Type.LINE_POLICY),
                new WrittenTopic("verdicts", WrittenTopic.Type.VERDICT),
                new WrittenTopic("reviewed", WrittenTopic.Type.REVIEWED),
                new WrittenTopic("thresholds", WrittenTopic.Type.LINE_THRESHOLDS),
                new WrittenTopic("threshold-changes", WrittenTopic.Type.THRESHOLD_CHANGE)), true);
        ReviewParts parts = new ReviewParts(codecs, recorder, () -> now, new Gauges(recorder));
        ReviewSettings settings = new ReviewSettings(TOPICS, REMEMBER, PATIENCE, Duration.ofSeconds(1), 1_000_000);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "review-bench");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.resolve("state").toString());
        driver = new TopologyTestDriver(ReviewTopology.build(parts, settings), properties, start);
    }

    Instant now() {
        return now;
    }

    void policy(LinePolicy policy) {
        pipe("line-policies", policy.line(), codecs.policies().encode(policy), START);
    }

    /** An inspection on the topics where the program publishes it, with the audit copy if there is one. */
    void inspection(Inspection inspection) {
        boolean accepted = inspection.decision().route() == Route.ACCEPTED;
        if (accepted) {
            accepted(inspection);
        }
        if (!accepted || inspection.decision().auditCopy()) {
            humanReview(accepted ? inspection.forAudit() : inspection);
        }
    }

    void accepted(Inspection inspection) {
        pipe("accepted", inspection.line(), codecs.inspections().encode(inspection.forMachines()),
                inspection.times().decided());
    }

    void humanReview(Inspection inspection) {
        pipe("human-review", inspection.line(), codecs.inspections().encode(inspection), inspection.times().decided());
    }

    void verdict(Verdict verdict) {
        pipe("verdicts", verdict.line(), codecs.verdicts().encode(verdict), verdict.at());
    }

    /** A record on any topic that is read. */
    void pipe(String topic, LineId key, byte[] value, Instant timestamp) {
        TestInputTopic<byte[], byte[]> input = driver.createInputTopic(topic, new ByteArraySerializer(),
                new ByteArraySerializer());
        input.pipeInput(key.value().getBytes(StandardCharsets.UTF_8), value, timestamp);
    }

    /** Time passes, and punctuators run. */
    void pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    /** A store has what it has on another bench, as after a start elsewhere. */
    void goOnFrom(ReviewBench other, String store) {
        KeyValueStore<Object, Object> mine = driver.getKeyValueStore(store);
        try (KeyValueIterator<Object, Object> all = other.driver.<Object, Object>getKeyValueStore(store).all()) {
            all.forEachRemaining(entry -> mine.put(entry.key, entry.value));
        }
    }

    List<Reviewed> reviewed() {
        return read("reviewed", codecs.reviewed());
    }

    /** What was published since this was asked last, as are those below. */
    List<LineThresholds> thresholds() {
        return read("thresholds", codecs.thresholds());
    }

    /** The newest threshold of the only recipe of a line. */
    LearntThreshold threshold() {
        return thresholds().getLast().recipes().getFirst();
    }

    List<ThresholdChange> changes() {
        return read("threshold-changes", codecs.thresholdChanges());
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic("dead-letters", new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** What was learnt, as the store has it. */
    List<Lesson> lessons() {
        return new Lessons(driver.getKeyValueStore(ReviewStores.LESSONS), driver.getKeyValueStore(
                ReviewStores.EVIDENCE)).all();
    }

    /** The frames that certificates rest on, in their order. */
    List<EvidenceFrame> evidence() {
        List<EvidenceFrame> frames = new ArrayList<>();
        new Lessons(driver.getKeyValueStore(ReviewStores.LESSONS), driver.getKeyValueStore(ReviewStores.EVIDENCE))
                .evidenceOf(Cast.LINE, "bracket").walk(Instant.EPOCH, frames::add);
        return frames;
    }

    @Override
    public void close() {
        driver.close();
    }

    private <T> List<T> read(String topic, Codec<T> codec) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList().stream().map(codec::decode).map(ReviewBench::decoded).toList();
    }

    private static <T> T decoded(Decoding<T> decoding) {
        if (decoding instanceof Decoding.Decoded<T>(T value)) {
            return value;
        }
        throw new AssertionError("not readable: " + decoding);
    }
}

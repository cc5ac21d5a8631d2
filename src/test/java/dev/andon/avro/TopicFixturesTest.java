package dev.andon.avro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import dev.andon.core.camera.CameraEvent;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.LineId;
import dev.andon.core.review.Verdict;
import dev.andon.fixture.Fixture;
import dev.andon.fixture.SchemaHistory;
import org.apache.kafka.streams.KeyValue;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Records on topics that earlier versions wrote are read as they were meant. */
class TopicFixturesTest {

    private final FakeRegistry registry = new FakeRegistry();
    private final Codecs codecs = new Codecs(registry);

    static List<Fixture> frames() {
        return Fixture.allOf("Frame");
    }

    static List<Fixture> inspections() {
        return Fixture.allOf("Inspection");
    }

    static List<Fixture> policies() {
        return Fixture.allOf("LinePolicy");
    }

    static List<Fixture> verdicts() {
        return Fixture.allOf("Verdict");
    }

    static List<Fixture> reviewed() {
        return Fixture.allOf("Reviewed");
    }

    static List<Fixture> thresholds() {
        return Fixture.allOf("LineThresholds");
    }

    static List<Fixture> thresholdChanges() {
        return Fixture.allOf("ThresholdChange");
    }

    static List<Fixture> cameraEvents() {
        return Fixture.allOf("CameraEvent");
    }

    @ParameterizedTest
    @MethodSource
    void frames(Fixture fixture) throws IOException {
        prepare(fixture, WrittenTopic.Type.FRAME);
        assertReads(fixture, codecs.frames(), Frame::line, KnownRecords.FRAMES);
    }

    @ParameterizedTest
    @MethodSource
    void inspections(Fixture fixture) throws IOException {
        prepare(fixture, WrittenTopic.Type.INSPECTION);
        assertReads(fixture, codecs.inspections(), Inspection::line, KnownRecords.INSPECTIONS);
    }

    @ParameterizedTest
    @MethodSource
    void policies(Fixture fixture) throws IOException {
        prepare(fixture, WrittenTopic.Type.LINE_POLICY);
        assertReads(fixture, codecs.policies(), LinePolicy::line, KnownRecords.POLICIES);
    }

    @ParameterizedTest
    @MethodSource
    void verdicts(Fixture fixture) throws IOException {
        prepare(fixture, WrittenTopic.Type.VERDICT);
        assertReads(fixture, codecs.verdicts(), Verdict::line, KnownReviews.VERDICTS);
    }

    @ParameterizedTest
    @MethodSource
    void reviewed(Fixture fixture) throws IOException {
        prepare(fixture, WrittenTopic.Type.REVIEWED);
        assertReads(fixture, codecs.reviewed(), reviewed -> reviewed.inspected().subject().line(),
                KnownReviews.REVIEWED);
    }

    @ParameterizedTest
    @MethodSource
    void thresholds(Fixture fixture) throws IOException {
        prepare(fixture, WrittenTopic.Type.LINE_THRESHOLDS);
        assertReads(fixture, codecs.thresholds(), LineThresholds::line, KnownReviews.THRESHOLDS);
    }

    @ParameterizedTest
    @MethodSource
    void thresholdChanges(Fixture fixture) throws IOException {
        prepare(fixture, WrittenTopic.Type.THRESHOLD_CHANGE);
        assertReads(fixture, codecs.thresholdChanges(), ThresholdChange::line, KnownReviews.CHANGES);
    }

    @ParameterizedTest
    @MethodSource
    void cameraEvents(Fixture fixture) throws IOException {
        prepare(fixture, WrittenTopic.Type.CAMERA_EVENT);
        assertReads(fixture, codecs.cameraEvents(), CameraEvent::line, KnownCameras.EVENTS);
    }

    /** Schema n has the id n. */
    private void prepare(Fixture fixture, WrittenTopic.Type type) {
        SchemaHistory.of(fixture.name()).forEach(registry::add);
        codecs.prepare(List.of(new WrittenTopic("some-topic", type)), true);
    }

    private static <T> void assertReads(Fixture fixture, Codec<T> codec, Function<T, LineId> line, List<T> values)
            throws IOException {
        if (fixture.isNewest()) {
            fixture.write(values.stream().map(value -> KeyValue.pair(
                    line.apply(value).value().getBytes(StandardCharsets.UTF_8), codec.encode(value))).toList());
        }
        List<Decoding<T>> read = new ArrayList<>();
        for (KeyValue<byte[], byte[]> record : fixture.read()) {
            assertThat(record.value[4]).as("schema id").isEqualTo((byte) fixture.version());
            read.add(codec.decode(record.value));
        }
        assertThat(read).isNotEmpty().usingRecursiveFieldByFieldElementComparator(bytesByContent())
                .isEqualTo(values.stream().limit(read.size()).map(Decoding.Decoded::new).toList());
        assertThat(read).hasSize(fixture.isNewest() ? values.size() : read.size());
    }

    private static RecursiveComparisonConfiguration bytesByContent() {
        return RecursiveComparisonConfiguration.builder()
                .withEqualsForType((a, b) -> Arrays.equals(a.array(), b.array()), ImageBytes.class).build();
    }
}

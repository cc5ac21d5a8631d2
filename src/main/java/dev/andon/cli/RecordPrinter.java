package dev.andon.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.topology.letters.Letter;
import dev.andon.topology.letters.Marker;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Records as text for people, or as JSON for programs. One thread. */
final class RecordPrinter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Codecs codecs;
    private final Topic topic;
    private final boolean json;

    RecordPrinter(Codecs codecs, Topic topic, boolean json) {
        this.codecs = codecs;
        this.topic = topic;
        this.json = json;
    }

    /** One line. */
    String text(ConsumerRecord<byte[], byte[]> record) {
        return json
                ? json(record)
                : where(record) + "  " + Instant.ofEpochMilli(record.timestamp()) + "  " + key(record)
                        + "  " + value(record);
    }

    private String value(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null && topic.kind() != Topic.Kind.DEAD_LETTER) {
            return "deleted";
        }
        return switch (topic.kind()) {
            case FRAME -> read(codecs.frames().decode(record.value()), Summaries::of);
            case POLICY -> read(codecs.policies().decode(record.value()), Summaries::of);
            case INSPECTION -> read(codecs.inspections().decode(record.value()), Summaries::of);
            case VERDICT -> read(codecs.verdicts().decode(record.value()), ReviewSummaries::of);
            case REVIEWED -> read(codecs.reviewed().decode(record.value()), ReviewSummaries::of);
            case THRESHOLDS -> read(codecs.thresholds().decode(record.value()), ReviewSummaries::of);
            case THRESHOLD_CHANGE -> read(codecs.thresholdChanges().decode(record.value()), ReviewSummaries::of);
            case CAMERA_EVENT -> read(codecs.cameraEvents().decode(record.value()), CameraSummaries::of);
            case DEAD_LETTER -> Marker.of(record).map(Marker::toString)
                    .orElseGet(() -> LetterLines.text(Letter.of(record)));
            case OTHER -> read(codecs.json().render(record.value()), text -> text);
        };
    }

    private static <T> String read(Decoding<T> decoding, java.util.function.Function<T, String> summary) {
        return switch (decoding) {
            case Decoding.Decoded<T>(T value) -> summary.apply(value);
            case Decoding.Undecodable<T> broken -> "cannot be read: " + broken.message();
            case Decoding.RegistryAway<T>(String detail) -> throw Registry.away(detail);
        };
    }

    private String json(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode line = JSON.createObjectNode();
        line.put("topic", record.topic()).put("partition", record.partition()).put("offset", record.offset())
                .put("timestamp", Instant.ofEpochMilli(record.timestamp()).toString());
        line.put("key", key(record));
        ObjectNode headers = line.putObject("headers");
        record.headers().forEach(header -> headers.put(header.key(), text(header)));
        if (record.value() == null) {
            return line.putNull("value").toString();
        }
        switch (codecs.json().render(record.value())) {
            case Decoding.Decoded<String>(String value) -> line.putRawValue("value", new RawValue(value));
            case Decoding.Undecodable<String> broken -> line.put("value", record.value().length + " bytes")
                    .put("problem", broken.message());
            case Decoding.RegistryAway<String>(String detail) -> throw Registry.away(detail);
        }
        return line.toString();
    }

    private static String where(ConsumerRecord<byte[], byte[]> record) {
        return record.partition() + "@" + record.offset();
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "-" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

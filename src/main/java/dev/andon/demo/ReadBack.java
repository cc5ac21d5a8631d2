package dev.andon.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.andon.avro.Codec;
import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.demo.summary.OutputRecord;
import dev.andon.demo.summary.OutputRecord.Kind;
import dev.andon.topology.letters.Letter;
import dev.andon.topology.letters.Marker;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what the program wrote: whole topics, from the beginning to their end, committed records only. */
final class ReadBack {

    private static final Duration POLL = Duration.ofMillis(200);

    private final AndonConfig config;
    private final Codecs codecs;

    ReadBack(AndonConfig config, Codecs codecs) {
        this.config = config;
        this.codecs = codecs;
    }

    /** Every output record, those of one partition in their order. */
    List<OutputRecord> all() throws IOException {
        List<OutputRecord> all = new ArrayList<>();
        all.addAll(topic(config.topics().accepted(), this::inspection));
        all.addAll(topic(config.topics().humanReview(), this::inspection));
        all.addAll(topic(config.topics().deadLetters(), ReadBack::deadLetter));
        return all;
    }

    /** The newest thresholds of each line. */
    List<LineThresholds> thresholds() {
        Map<LineId, LineThresholds> newest = new LinkedHashMap<>();
        topic(config.topics().thresholds(), each -> Optional.of(decoded(codecs.thresholds(), each)))
                .forEach(thresholds -> newest.put(thresholds.line(), thresholds));
        return List.copyOf(newest.values());
    }

    private <T> List<T> topic(String topic, Function<ConsumerRecord<byte[], byte[]>, Optional<T>> reader) {
        List<T> read = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(KafkaSettings.of(config).consumer(
                "andon-demo-summary"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(each -> reader.apply(each).ifPresent(read::add));
            }
        }
        return read;
    }

    private Optional<OutputRecord> inspection(ConsumerRecord<byte[], byte[]> each) {
        return Optional.of(record(decoded(codecs.inspections(), each)));
    }

    private static <T> T decoded(Codec<T> codec, ConsumerRecord<byte[], byte[]> each) {
        return switch (codec.decode(each.value())) {
            case Decoding.Decoded<T>(T value) -> value;
            case Decoding.Undecodable<T> failed -> throw unreadable(each, failed.message());
            case Decoding.RegistryAway<T>(String detail) -> throw unreadable(each, detail);
        };
    }

    private static OutputRecord record(Inspection inspection) {
        var decision = inspection.decision();
        var frameId = inspection.frame().frameId();
        var answer = decision.answer();
        Kind kind = inspection.purpose() == Purpose.AUDIT
                ? Kind.AUDIT_COPY
                : decision.route() == Route.ACCEPTED ? Kind.ACCEPTED : Kind.HELD;
        return new OutputRecord(kind, inspection.line().value(), frameId == null ? null : frameId.value(),
                inspection.image().position(), inspection.lineSequence(), decision.result(),
                answer == null ? null : answer.value(),
                inspection.samples().stream().map(sample -> sample.answer().value()).toList(), decision.reason());
    }

    /** What a record among the dead letters tells; empty for the note that one was put back. */
    static Optional<OutputRecord> deadLetter(ConsumerRecord<byte[], byte[]> each) {
        if (Marker.of(each).isPresent()) {
            return Optional.empty();
        }
        Position frame = Letter.of(each).source();
        if (frame == null) {
            throw unreadable(each, "its headers do not say where its record stood");
        }
        return Optional.of(new OutputRecord(Kind.DEAD_LETTER, "", null, frame, null, null, null, List.of(), null));
    }

    private static IllegalStateException unreadable(ConsumerRecord<byte[], byte[]> each, String why) {
        return new IllegalStateException(
                "record " + each.topic() + "-" + each.partition() + "@" + each.offset() + " cannot be read: " + why);
    }
}

package dev.andon.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.config.TopicsConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Purpose;
import dev.andon.core.frame.Position;
import dev.andon.replay.images.FramesKept;
import dev.andon.replay.images.Recorded;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads what an installation decided, each decision once, and where its images travel. One thread. */
final class RecordedInspections {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Consumer<byte[], byte[]> consumer;
    private final Codecs codecs;
    private final TopicsConfig topics;
    private final Map<String, Position> auditCopies = new HashMap<>();
    private long unreadable;

    /** @param consumer of committed records, without a group; stays the caller's to close */
    RecordedInspections(Consumer<byte[], byte[]> consumer, Codecs codecs, TopicsConfig topics) {
        this.consumer = consumer;
        this.codecs = codecs;
        this.topics = topics;
    }

    /**
     * Hands on everything that was decided since then and stands there now: what was held, then what was accepted, each
     * partition in its order.
     *
     * @param since null for the beginning
     */
    void each(@Nullable Instant since, java.util.function.Consumer<Recorded> reader) {
        read(topics.humanReview(), since, (inspection, at) -> {
            if (inspection.purpose() == Purpose.DECIDE) {
                reader.accept(new Recorded(inspection.withoutImage(), at, inspection.imageBytes() == null ? null : at));
            } else if (inspection.imageBytes() != null) {
                auditCopies.put(inspection.id(), at);
            }
        });
        read(topics.accepted(), since, (inspection, at) -> reader
                .accept(new Recorded(inspection, at, auditCopies.get(inspection.id()))));
    }

    /** What the topic of frames holds now. */
    FramesKept frames() {
        List<PartitionInfo> found = consumer.partitionsFor(topics.frames(), PATIENCE);
        List<TopicPartition> partitions = found == null
                ? List.of()
                : found.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        Map<Integer, FramesKept.Span> spans = new HashMap<>();
        partitions.forEach(partition -> spans.put(partition.partition(), new FramesKept.Span(
                Objects.requireNonNull(starts.get(partition)), Objects.requireNonNull(ends.get(partition)))));
        return new FramesKept(topics.frames(), spans);
    }

    /** Records that nobody can read. */
    long unreadable() {
        return unreadable;
    }

    private void read(String topic, @Nullable Instant since, BiConsumer<Inspection, Position> taker) {
        TopicReader reader = new TopicReader(consumer, topic);
        if (since != null) {
            reader.seekTo(since);
        }
        reader.eachToEnd(record -> take(record, taker));
    }

    private void take(ConsumerRecord<byte[], byte[]> record, BiConsumer<Inspection, Position> taker) {
        switch (codecs.inspections().decode(record.value())) {
            case Decoding.Decoded<Inspection>(Inspection inspection) ->
                taker.accept(inspection, new Position(record.topic(), record.partition(), record.offset()));
            case Decoding.Undecodable<Inspection> _ -> unreadable++;
            case Decoding.RegistryAway<Inspection>(String detail) -> throw Registry.away(detail);
        }
    }
}

package dev.andon.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.andon.core.frame.Position;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads single committed records by their positions: quickest in the order of a partition, since what came with a record is kept
 * until others of its partition come. One thread.
 */
final class RecordAt {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Map<Long, ConsumerRecord<byte[], byte[]>>> kept = new HashMap<>();

    /** @param consumer of committed records, without a group and used by nobody else; stays the caller's to close */
    RecordAt(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** How many partitions a topic has; 0 where it does not exist. */
    int partitions(String topic) {
        List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
        return found == null ? 0 : found.size();
    }

    /** The record at a position of a partition that exists; empty where there is none, or none any more. */
    Optional<ConsumerRecord<byte[], byte[]>> read(Position position) {
        TopicPartition partition = new TopicPartition(position.topic(), position.partition());
        ConsumerRecord<byte[], byte[]> known = kept.getOrDefault(partition, Map.of()).get(position.offset());
        return known == null ? fetch(partition, position.offset()) : Optional.of(known);
    }

    private Optional<ConsumerRecord<byte[], byte[]>> fetch(TopicPartition partition, long offset) {
        List<TopicPartition> only = List.of(partition);
        turnTo(partition, offset);
        long start = Objects.requireNonNull(consumer.beginningOffsets(only, PATIENCE).get(partition));
        long end = Objects.requireNonNull(consumer.endOffsets(only, PATIENCE).get(partition));
        return offset < start || offset >= end ? Optional.empty() : next(partition, offset);
    }

    /** All partitions stay assigned: a topic that is not among them is one that the brokers have to be asked about first. */
    private void turnTo(TopicPartition partition, long offset) {
        Set<TopicPartition> assigned = new HashSet<>(consumer.assignment());
        if (assigned.add(partition)) {
            consumer.assign(assigned);
        }
        consumer.pause(assigned);
        consumer.resume(List.of(partition));
        consumer.seek(partition, offset);
    }

    /** Records of aborted transactions are passed over without being given out. */
    private Optional<ConsumerRecord<byte[], byte[]>> next(TopicPartition partition, long offset) {
        while (consumer.position(partition) <= offset) {
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition);
            if (!records.isEmpty()) {
                Map<Long, ConsumerRecord<byte[], byte[]>> byOffset = records.stream()
                        .collect(Collectors.toMap(ConsumerRecord::offset, Function.identity()));
                kept.put(partition, byOffset);
                return Optional.ofNullable(byOffset.get(offset));
            }
        }
        return Optional.empty();
    }
}

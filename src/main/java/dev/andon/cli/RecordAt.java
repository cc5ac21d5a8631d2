package dev.andon.cli;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.andon.core.frame.Position;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads single committed records by their positions. One thread. */
final class RecordAt {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Consumer<byte[], byte[]> consumer;

    /** @param consumer of committed records, without a group; stays the caller's to close */
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
        List<TopicPartition> only = List.of(partition);
        long start = Objects.requireNonNull(consumer.beginningOffsets(only, PATIENCE).get(partition));
        long end = Objects.requireNonNull(consumer.endOffsets(only, PATIENCE).get(partition));
        if (position.offset() < start || position.offset() >= end) {
            return Optional.empty();
        }
        consumer.assign(only);
        consumer.seek(partition, position.offset());
        return next(partition, position.offset());
    }

    /** Records of aborted transactions are passed over without being given out. */
    private Optional<ConsumerRecord<byte[], byte[]>> next(TopicPartition partition, long offset) {
        while (consumer.position(partition) <= offset) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
                return record.offset() == offset ? Optional.of(record) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}

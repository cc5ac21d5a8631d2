package dev.andon.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads all partitions of a topic. One thread. */
final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** @param consumer of committed records, without a group; stays the caller's to close */
    TopicReader(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
        if (found == null || found.isEmpty()) {
            throw CommandFailure.failed("the topic " + topic + " does not exist: run andon topics create");
        }
        partitions = found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Goes to where the topic ends now. */
    void seekToEnd() {
        ends().forEach(consumer::seek);
    }

    /** Goes back from the end as far as surely holds the newest {@code count} records. */
    void seekBeforeEnd(int count) {
        // Transactions leave marks that take offsets too: about one per record where each commits alone.
        long back = 2L * count + 10;
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, PATIENCE);
        ends().forEach((partition, end) -> consumer.seek(partition, Math.max(starts.getOrDefault(partition, 0L), end
                - back)));
    }

    /** Everything from here to where the topic ends now, in the order of time. */
    List<ConsumerRecord<byte[], byte[]>> toEnd() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        eachToEnd(records::add);
        records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
        return records;
    }

    /** Hands on everything from here to where the topic ends now, each partition in its order. */
    void eachToEnd(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<TopicPartition, Long> ends = ends();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    reader.accept(record);
                }
            }
        }
    }

    /** Hands on what comes, until {@code wanted} says no. */
    void follow(Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        while (true) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (!wanted.test(record)) {
                    return;
                }
            }
        }
    }

    private Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions, PATIENCE).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

package dev.andon.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
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

    /** Offsets of a partition. */
    private static final int FIRST_STRETCH = 250;

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** @param consumer of committed records, without a group; stays the caller's to close */
    TopicReader(Consumer<byte[], byte[]> consumer, String topic) {
        this(consumer, topic, _ -> true);
    }

    /**
     * Of some partitions only.
     *
     * @param wanted by number; at least one of those that there are
     */
    TopicReader(Consumer<byte[], byte[]> consumer, String topic, IntPredicate wanted) {
        this.consumer = consumer;
        List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
        if (found == null || found.isEmpty()) {
            throw CommandFailure.failed("the topic " + topic + " does not exist: run andon topics create");
        }
        partitions = found.stream().filter(info -> wanted.test(info.partition()))
                .map(info -> new TopicPartition(topic, info.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** How many partitions are read. */
    int partitions() {
        return partitions.size();
    }

    /** Goes to where the topic ends now. */
    void seekToEnd() {
        ends().forEach(consumer::seek);
    }

    /** Goes to the first records of this time or later; in a partition without any, to its end. */
    void seekTo(Instant since) {
        firstOf(since).forEach(consumer::seek);
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
        eachUntil(ends(), reader);
    }

    /** Likewise, but only up to the first record of this time or later. */
    void eachBefore(Instant time, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        eachUntil(firstOf(time), reader);
    }

    /**
     * What is found among the newest records, in ever longer stretches from the end of each partition back.
     *
     * @param most offsets of each partition that are looked at
     */
    <T> Optional<T> newest(int most, Function<ConsumerRecord<byte[], byte[]>, Optional<T>> look) {
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> ends = ends();
        List<T> found = new ArrayList<>();
        int near = 0;
        for (int far = Math.min(FIRST_STRETCH, most); near < far && found.isEmpty(); far = Math.min(4 * far, most)) {
            Map<TopicPartition, Long> untils = new HashMap<>();
            for (TopicPartition partition : partitions) {
                long start = starts.getOrDefault(partition, 0L);
                long end = ends.getOrDefault(partition, 0L);
                consumer.seek(partition, Math.max(start, end - far));
                untils.put(partition, Math.max(start, end - near));
            }
            eachUntil(untils, record -> look.apply(record).ifPresent(found::add));
            near = far;
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    private void eachUntil(Map<TopicPartition, Long> untils,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Set<TopicPartition> left = new HashSet<>(partitions);
        while (true) {
            left.removeIf(partition -> consumer.position(partition) >= untils.getOrDefault(partition, 0L));
            if (left.isEmpty()) {
                break;
            }
            consumer.pause(partitions.stream().filter(partition -> !left.contains(partition)).toList());
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < untils.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    reader.accept(record);
                }
            }
        }
        consumer.resume(partitions);
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

    /** Where the first records of this time or later stand; in a partition without any, its end. */
    private Map<TopicPartition, Long> firstOf(Instant time) {
        Map<TopicPartition, Long> times = partitions.stream()
                .collect(Collectors.toMap(partition -> partition, partition -> time.toEpochMilli()));
        Map<TopicPartition, Long> firsts = ends();
        consumer.offsetsForTimes(times, PATIENCE).forEach((partition, found) -> {
            if (found != null) {
                firsts.put(partition, found.offset());
            }
        });
        return firsts;
    }

    private Map<TopicPartition, Long> ends() {
        return new HashMap<>(consumer.endOffsets(partitions, PATIENCE));
    }
}

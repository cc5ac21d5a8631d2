package dev.andon.chaos.verify;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import dev.andon.chaos.clients.Consumers;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads whole topics, committed records only, a few at a time. One thread. */
final class TopicReader {

    /** What is to be done with each record, those of a partition in their order. */
    interface Visitor {

        void visit(ConsumerRecord<byte[], byte[]> record) throws IOException, InterruptedException;
    }

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Consumers consumers;
    private final InstantSource clock;

    TopicReader(Consumers consumers, InstantSource clock) {
        this.consumers = consumers;
        this.clock = clock;
    }

    /** @throws IOException if the brokers do not let it come to the end */
    void read(String topic, Visitor visitor) throws IOException, InterruptedException {
        try (Consumer<byte[], byte[]> consumer = consumers.open("andon-chaos-verification", "read_committed")) {
            List<TopicPartition> partitions = Consumers.partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long before = -1;
            Instant progress = clock.instant();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    visitor.visit(record);
                }
                long now = partitions.stream().mapToLong(consumer::position).sum();
                progress = now > before ? clock.instant() : progress;
                before = now;
                if (progress.plus(PATIENCE).isBefore(clock.instant())) {
                    throw new IOException("topic " + topic + " cannot be read to its end " + ends);
                }
            }
        } catch (KafkaException e) {
            throw new IOException("topic " + topic + " cannot be read: " + e, e);
        }
    }
}

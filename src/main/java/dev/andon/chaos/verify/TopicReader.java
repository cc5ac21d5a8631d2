package dev.andon.chaos.verify;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads whole topics, committed records only, a few at a time. One thread. */
final class TopicReader {

    /** What is to be done with each record, those of a partition in their order. */
    interface Visitor {

        void visit(ConsumerRecord<byte[], byte[]> record) throws IOException, InterruptedException;
    }

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AndonConfig config;
    private final InstantSource clock;

    TopicReader(AndonConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /** A consumer that holds a few megabytes at most. */
    static Consumer<byte[], byte[]> consumer(AndonConfig config, String clientId, String isolation) {
        Map<String, Object> settings = new HashMap<>(KafkaSettings.of(config).consumer(clientId));
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, "8000000");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())).toList();
    }

    /** @throws IOException if the brokers do not let it come to the end */
    void read(String topic, Visitor visitor) throws IOException, InterruptedException {
        try (Consumer<byte[], byte[]> consumer = consumer(config, "andon-chaos-verification", "read_committed")) {
            List<TopicPartition> partitions = partitions(consumer, topic);
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

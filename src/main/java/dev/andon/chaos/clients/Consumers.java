package dev.andon.chaos.clients;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes the consumers that topics are read with. */
public interface Consumers {

    /**
     * A new consumer.
     *
     * @param isolation {@code read_committed} or {@code read_uncommitted}
     */
    Consumer<byte[], byte[]> open(String clientId, String isolation);

    /** All partitions of a topic. */
    static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())).toList();
    }

    /** On the configured brokers; each consumer holds a few megabytes at most. */
    static Consumers of(AndonConfig config) {
        return (clientId, isolation) -> {
            Map<String, Object> settings = new HashMap<>(KafkaSettings.of(config).consumer(clientId));
            settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, "8000000");
            settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
            return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        };
    }
}

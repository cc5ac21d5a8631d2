package dev.andon.chaos.feed;

import java.util.HashMap;
import java.util.Map;

import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Producers that outlast the death of every broker, and keep the order of each partition while they do. */
final class Robust {

    private static final String PATIENCE_MILLIS = "600000";

    private Robust() {}

    static Producer<byte[], byte[]> producer(AndonConfig config, String clientId) {
        Map<String, Object> settings = new HashMap<>(KafkaSettings.of(config).producer(clientId));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
        // What is known of a topic must not be forgotten between two policies: asking again would block the sender.
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, "86400000");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "5");
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "5");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}

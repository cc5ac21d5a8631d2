package dev.andon.topology;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.andon.config.AndonConfig;
import dev.andon.config.ApplicationConfig;
import dev.andon.config.KafkaSettings;
import dev.andon.topology.task.RecordTime;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The Kafka Streams settings of an application. Precedence, highest first: what the guarantees rest on; what the
 * configuration says under {@code kafka.}; our defaults, which differ from Kafka's where frames are large and calls are
 * slow.
 */
final class StreamsSettings {

    /** Longer than any wait of a stream thread, shorter than anybody wants to wait for a dead instance. */
    static final int TRANSACTION_TIMEOUT_MILLIS = 10_000;

    private StreamsSettings() {}

    static Map<String, Object> of(AndonConfig config, String applicationId) {
        Map<String, Object> given = KafkaSettings.of(config).common();
        Map<String, Object> settings = new TreeMap<>(defaults(config));
        settings.keySet().removeIf(name -> isGiven(name, given));
        settings.putAll(given);
        settings.putAll(fixed(config.application(), applicationId));
        return settings;
    }

    /**
     * Whether the configuration says something of a setting: under its own name, for all clients, or for all consumers.
     * Kafka Streams would let our default for the main consumer win over the latter two.
     */
    private static boolean isGiven(String name, Map<String, Object> given) {
        String bare = KafkaSettings.withoutPrefix(name);
        return Stream.of(name, bare, StreamsConfig.consumerPrefix(bare)).anyMatch(given::containsKey);
    }

    private static Map<String, Object> defaults(AndonConfig config) {
        Map<String, Object> settings = new TreeMap<>();
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) config.topics().replicationFactor());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 5_000);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 4);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                TRANSACTION_TIMEOUT_MILLIS);
        // A commit sends what is left, and before it nobody can read anything.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 1_000);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 4);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 512 << 10);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), 2 << 20);
        if (config.application().groupProtocol().equals("classic")) {
            settings.put(StreamsConfig.POLL_MS_CONFIG, 250);
            settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.application().standbyReplicas());
            settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
            settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_000);
        } else {
            // Consumers of its own, which no bell wakes.
            settings.put(StreamsConfig.POLL_MS_CONFIG, 10);
        }
        return settings;
    }

    private static Map<String, Object> fixed(ApplicationConfig application, String applicationId) {
        return Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, applicationId,
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.STATE_DIR_CONFIG, application.stateDir().toString(),
                StreamsConfig.NUM_STREAM_THREADS_CONFIG, application.threads(),
                StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, RecordTime.class,
                StreamsConfig.GROUP_PROTOCOL_CONFIG, application.groupProtocol(),
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    }
}

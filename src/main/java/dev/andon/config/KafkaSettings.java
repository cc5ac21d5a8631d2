package dev.andon.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of every Kafka client. Precedence, highest first: what is fixed here because the promises of the program
 * rest on it; what stands under {@code kafka.} for one kind of client ({@code kafka.producer.linger.ms}); what stands
 * there for all; our defaults; Kafka's.
 */
public final class KafkaSettings {

    /** Settings that nobody may change, by their names. */
    static final Map<String, String> FIXED = Map.of("isolation.level", "read_committed", "enable.idempotence", "true",
            "acks", "all", "processing.guarantee", "exactly_once_v2", "allow.auto.create.topics", "false",
            "processing.exception.handler", "org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler",
            "production.exception.handler", "org.apache.kafka.streams.errors.DefaultProductionExceptionHandler");

    private static final List<String> PREFIXES = List.of("main.consumer.", "restore.consumer.", "global.consumer.",
            "consumer.", "producer.", "admin.", "topic.");

    /** Room in a record for everything but the image. */
    private static final int BESIDES_THE_IMAGE = 1 << 20;

    private final Map<String, String> kafka;
    private final Map<String, String> producerDefaults;

    private KafkaSettings(Map<String, String> kafka, Map<String, String> producerDefaults) {
        this.kafka = Map.copyOf(kafka);
        this.producerDefaults = producerDefaults;
    }

    public static KafkaSettings of(AndonConfig config) {
        long record = largestRecord(config.images());
        return new KafkaSettings(config.kafka(), Map.of("max.request.size", Long.toString(record), "buffer.memory",
                Long.toString(Math.max(32L << 20, 2 * record))));
    }

    /** Bytes of the largest record that is written: a frame with an image as large as allowed. */
    public static long largestRecord(ImagesConfig images) {
        return images.maxBytes().bytes() + BESIDES_THE_IMAGE;
    }

    /**
     * What the settings of a stream processor start from: everything that stands under {@code kafka.} as it is, and
     * producers that can write the largest record.
     */
    public Map<String, Object> common() {
        Map<String, Object> settings = new TreeMap<>();
        producerDefaults.forEach((name, value) -> {
            if (!kafka.containsKey(name)) {
                settings.put("producer." + name, value);
            }
        });
        settings.putAll(kafka);
        return settings;
    }

    /** An idempotent producer that waits for all replicas and can write the largest record. */
    public Map<String, Object> producer(String clientId) {
        Map<String, Object> settings = client("producer.", clientId, producerDefaults);
        settings.put("enable.idempotence", "true");
        settings.put("acks", "all");
        return settings;
    }

    /** A consumer of committed records, without a group and so without committing. */
    public Map<String, Object> consumer(String clientId) {
        Map<String, Object> settings = client("consumer.", clientId, Map.of("auto.offset.reset", "none"));
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.remove("group.id");
        return settings;
    }

    /** A client that gives up on a silent cluster soon enough for somebody who waits for it. */
    public Map<String, Object> admin(String clientId) {
        return client("admin.", clientId, Map.of("request.timeout.ms", "10000", "default.api.timeout.ms", "15000"));
    }

    /** The name of a setting as its client knows it. */
    public static String withoutPrefix(String name) {
        return PREFIXES.stream().filter(name::startsWith).findFirst().map(prefix -> name.substring(prefix.length()))
                .orElse(name);
    }

    private Map<String, Object> client(String prefix, String clientId, Map<String, String> defaults) {
        Map<String, Object> settings = new TreeMap<>(defaults);
        settings.put("client.id", clientId);
        kafka.forEach((name, value) -> {
            if (withoutPrefix(name).equals(name)) {
                settings.put(name, value);
            }
        });
        kafka.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                settings.put(name.substring(prefix.length()), value);
            }
        });
        return settings;
    }
}

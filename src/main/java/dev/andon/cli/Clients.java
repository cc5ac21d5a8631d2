package dev.andon.cli;

import java.util.Map;

import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The Kafka clients of the commands. */
final class Clients {

    private static final String ID = "andon-cli";

    private Clients() {}

    static Admin admin(AndonConfig config) {
        return Admin.create(KafkaSettings.of(config).admin(ID));
    }

    /** A reader of committed records. */
    static Consumer<byte[], byte[]> consumer(AndonConfig config) {
        return new KafkaConsumer<>(KafkaSettings.of(config).consumer(ID), new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Knows how far a group has come, which it never joins. */
    static Consumer<byte[], byte[]> progress(AndonConfig config, String group) {
        Map<String, Object> settings = KafkaSettings.of(config).consumer(ID);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static Producer<byte[], byte[]> producer(AndonConfig config) {
        return new KafkaProducer<>(KafkaSettings.of(config).producer(ID), new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** A writer of transactions; of all with the same purpose, only the one made last can write. */
    static Producer<byte[], byte[]> transactions(AndonConfig config, String purpose) {
        Map<String, Object> settings = KafkaSettings.of(config).producer(ID);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.application().id() + "-" + purpose);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}

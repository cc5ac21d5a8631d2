package dev.andon.chaos.clients;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import dev.andon.core.frame.Position;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Producers that outlast the death of every broker, and keep the order of each partition while they do. */
public final class Robust {

    private static final String PATIENCE_MILLIS = "600000";

    private Robust() {}

    public static Producer<byte[], byte[]> producer(AndonConfig config, String clientId) {
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

    /**
     * Hands a record over. May wait for room, but not for the brokers to have it.
     *
     * @param known is told what became of it, once
     */
    public static void send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record,
            Consumer<Sending> known) {
        try {
            Future<RecordMetadata> _ = producer.send(record, (metadata, failure) -> known.accept(failure == null
                    ? new Sending.Confirmed(new Position(metadata.topic(), metadata.partition(), metadata.offset()))
                    : new Sending.Unconfirmed(failure.toString())));
        } catch (KafkaException | IllegalStateException e) {
            known.accept(new Sending.Unconfirmed(e.toString()));
        }
    }
}

package dev.andon.cli;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.LinePolicy;
import dev.andon.topology.provisioning.TopicSchemas;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** The policies of all lines, as their topic holds them. One thread. */
final class PolicyLog {

    private final AndonConfig config;
    private final Codecs codecs;

    PolicyLog(AndonConfig config, Codecs codecs) {
        this.config = config;
        this.codecs = codecs;
    }

    /** The current policy of each line, by its name. */
    Map<String, LinePolicy> read() {
        Map<String, LinePolicy> current = new TreeMap<>();
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
            for (ConsumerRecord<byte[], byte[]> record : new TopicReader(consumer, topic()).toEnd()) {
                if (record.key() == null) {
                    continue;
                }
                String line = new String(record.key(), StandardCharsets.UTF_8);
                if (record.value() == null) {
                    current.remove(line);
                } else {
                    current.put(line, decoded(record));
                }
            }
        }
        return current;
    }

    /** Writes policies and waits until all of them are there. */
    void write(Iterable<LinePolicy> policies) throws InterruptedException {
        Registry.require(config, codecs, TopicSchemas.policies(config.topics()));
        try (Producer<byte[], byte[]> producer = Clients.producer(config)) {
            for (LinePolicy policy : policies) {
                await(producer.send(new ProducerRecord<>(topic(), policy.line().value().getBytes(
                        StandardCharsets.UTF_8), codecs.policies().encode(policy))));
            }
        }
    }

    private String topic() {
        return config.topics().linePolicies();
    }

    private LinePolicy decoded(ConsumerRecord<byte[], byte[]> record) {
        String where = record.topic() + "-" + record.partition() + "@" + record.offset();
        return switch (codecs.policies().decode(record.value())) {
            case Decoding.Decoded<LinePolicy>(LinePolicy policy) -> policy;
            case Decoding.Undecodable<LinePolicy> broken -> throw CommandFailure.failed(
                    "the policy at " + where + " cannot be read: " + broken.message());
            case Decoding.RegistryAway<LinePolicy>(String detail) -> throw CommandFailure.failed(
                    "the schema registry does not answer: check registry.urls (" + detail + ")");
        };
    }

    private static void await(Future<RecordMetadata> written) throws InterruptedException {
        try {
            written.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refused ? refused : new KafkaException(e.getCause());
        }
    }
}

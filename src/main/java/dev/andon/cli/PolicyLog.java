package dev.andon.cli;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.LinePolicy;
import dev.andon.topology.provisioning.TopicSchemas;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

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
                    current.put(line, Decoded.value(codecs.policies(), record));
                }
            }
        }
        return current;
    }

    /** Writes policies and waits until all of them are there. */
    void write(Iterable<LinePolicy> policies) throws InterruptedException {
        LineRecords.write(config, codecs, TopicSchemas.policies(config.topics()), codecs.policies(), LinePolicy::line,
                policies);
    }

    private String topic() {
        return config.topics().linePolicies();
    }
}

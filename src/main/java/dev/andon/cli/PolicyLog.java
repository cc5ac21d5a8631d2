package dev.andon.cli;

import java.util.Map;

import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.LinePolicy;
import dev.andon.replay.PolicyHistory;
import dev.andon.topology.provisioning.TopicSchemas;
import org.apache.kafka.clients.consumer.Consumer;

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
        NewestByLine<LinePolicy> newest = new NewestByLine<>(codecs.policies());
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
            new TopicReader(consumer, config.topics().linePolicies()).toEnd().forEach(newest::take);
        }
        return newest.values();
    }

    /** Every version that is still on the topic. */
    PolicyHistory history() {
        PolicyHistory history = new PolicyHistory();
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
            new TopicReader(consumer, config.topics().linePolicies()).eachToEnd(record -> {
                if (record.key() != null && record.value() != null) {
                    history.add(Decoded.value(codecs.policies(), record));
                }
            });
        }
        return history;
    }

    /** Writes policies and waits until all of them are there. */
    void write(Iterable<LinePolicy> policies) throws InterruptedException {
        LineRecords.write(config, codecs, TopicSchemas.policies(config.topics()), codecs.policies(), LinePolicy::line,
                policies);
    }
}

package dev.andon.cli;

import java.util.Map;

import dev.andon.avro.Codecs;
import dev.andon.avro.WrittenTopic;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.frame.LineId;
import dev.andon.replay.PolicyHistory;
import dev.andon.topology.provisioning.TopicSchemas;
import org.apache.kafka.clients.consumer.Consumer;

/** The policies of all lines, or the candidates for them, as their topic holds them. One thread. */
final class PolicyLog {

    private final AndonConfig config;
    private final Codecs codecs;
    private final WrittenTopic topic;

    /** Of the policies that decide. */
    PolicyLog(AndonConfig config, Codecs codecs) {
        this(config, codecs, TopicSchemas.policies(config.topics()));
    }

    private PolicyLog(AndonConfig config, Codecs codecs, WrittenTopic topic) {
        this.config = config;
        this.codecs = codecs;
        this.topic = topic;
    }

    /** Of those that are tried out beside them. */
    static PolicyLog ofCandidates(AndonConfig config, Codecs codecs) {
        return new PolicyLog(config, codecs, TopicSchemas.shadowPolicies(config.topics()));
    }

    /** The current policy of each line, by its name. */
    Map<String, LinePolicy> read() {
        NewestByLine<LinePolicy> newest = new NewestByLine<>(codecs.policies());
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
            new TopicReader(consumer, topic.topic()).toEnd().forEach(newest::take);
        }
        return newest.values();
    }

    /** Every version that is still on the topic. */
    PolicyHistory history() {
        PolicyHistory history = new PolicyHistory();
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(config)) {
            new TopicReader(consumer, topic.topic()).eachToEnd(record -> {
                if (record.key() != null && record.value() != null) {
                    history.add(Decoded.value(codecs.policies(), record));
                }
            });
        }
        return history;
    }

    /** Writes policies and waits until all of them are there. */
    void write(Iterable<LinePolicy> policies) throws InterruptedException {
        LineRecords.write(config, codecs, topic, codecs.policies(), LinePolicy::line, policies);
    }

    /** Takes the policy of a line away, and waits until that is there. */
    void clear(LineId line) throws InterruptedException {
        LineRecords.withdraw(config, topic, line);
    }
}

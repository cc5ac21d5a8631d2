package dev.andon.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.andon.avro.Codecs;
import dev.andon.avro.WrittenTopic;
import dev.andon.config.AndonConfig;
import dev.andon.config.TopicsConfig;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.frame.LineId;
import dev.andon.replay.reask.Cursors;
import dev.andon.replay.reask.Site;
import dev.andon.topology.provisioning.TopicAdmin;
import dev.andon.topology.provisioning.TopicAdmin.Creation;
import dev.andon.topology.provisioning.TopicPlan;
import dev.andon.topology.provisioning.TopicSchemas;
import dev.andon.topology.provisioning.TopicSpec;
import dev.andon.topology.provisioning.TopicState;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** The topics of a replay and what is written there before its first frame. One thread. */
final class ReplaySite {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final AndonConfig live;
    private final Site site;
    private final Codecs codecs;

    private ReplaySite(AndonConfig live, Site site, Codecs codecs) {
        this.live = live;
        this.site = site;
        this.codecs = codecs;
    }

    /** Finds the place of a replay; nothing is made yet. */
    static ReplaySite of(AndonConfig live, String name, Codecs codecs) throws InterruptedException {
        try (Admin admin = Clients.admin(live)) {
            String frames = live.topics().frames();
            TopicState state = new TopicAdmin(admin).describe(List.of(frames)).get(frames);
            if (state == null) {
                throw CommandFailure.failed("the topic " + frames + " does not exist: run andon topics create");
            }
            return new ReplaySite(live, Site.of(live, name, state.partitions()), codecs);
        }
    }

    AndonConfig config() {
        return site.config();
    }

    String name() {
        return site.name();
    }

    /** Group that the progress of copying is committed for. */
    String id() {
        return site.config().application().id();
    }

    /** How far it has come; empty where it has not begun. */
    Cursors progress(Consumer<byte[], byte[]> group) {
        return Cursors.of(group.committed(Set.copyOf(sources(group)), PATIENCE));
    }

    /** Where the live topics end now. */
    Map<TopicPartition, Long> ends(Consumer<byte[], byte[]> consumer) {
        return consumer.endOffsets(sources(consumer), PATIENCE);
    }

    /** Makes the topics and registers their schemas, where they are missing. */
    void provide() throws InterruptedException {
        TopicsConfig topics = config().topics();
        List<WrittenTopic> written = new ArrayList<>(TopicSchemas.inspectInputs(topics));
        written.addAll(TopicSchemas.inspectOutputs(topics));
        Set<String> names = new HashSet<>(List.of(topics.deadLetters()));
        written.forEach(topic -> names.add(topic.topic()));
        List<TopicSpec> plan = TopicPlan.ofApplications(config()).stream().filter(spec -> names.contains(spec.name()))
                .toList();
        try (Admin admin = Clients.admin(live)) {
            for (Creation creation : new TopicAdmin(admin).create(plan, false)) {
                if (creation instanceof Creation.Refused(TopicSpec spec, String detail)) {
                    throw CommandFailure.failed("the topic " + spec.name() + " cannot be created: " + detail);
                }
            }
        }
        List<String> problems = Registry.problems(codecs, written, true);
        if (!problems.isEmpty()) {
            throw CommandFailure.failed(String.join("\n  ", problems));
        }
    }

    /** Puts policies and thresholds into force, and fixes what the replay is about, all or nothing. */
    void begin(Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> group, Iterable<LinePolicy> policies,
            Iterable<LineThresholds> thresholds, Cursors start) {
        TopicsConfig topics = config().topics();
        if (group.endOffsets(partitions(group, topics.frames()), PATIENCE).values().stream().anyMatch(end -> end > 0)) {
            throw CommandFailure.failed("the topic " + topics.frames()
                    + " holds frames, but how far they were copied is"
                    + " forgotten, as offsets are after a while (offsets.retention.minutes of the brokers): drop the"
                    + " replay with andon replay drop " + site.name() + " --execute, or give another name");
        }
        producer.beginTransaction();
        policies.forEach(policy -> send(producer, topics.linePolicies(), policy.line(),
                codecs.policies().encode(policy)));
        thresholds.forEach(each -> send(producer, topics.thresholds(), each.line(),
                codecs.thresholds().encode(each)));
        producer.sendOffsetsToTransaction(start.committed(), group.groupMetadata());
        producer.commitTransaction();
    }

    private static void send(Producer<byte[], byte[]> producer, String topic, LineId line, byte[] value) {
        // What fails here fails the commit.
        var _ = producer.send(new ProducerRecord<>(topic, line.value().getBytes(StandardCharsets.UTF_8), value));
    }

    private List<TopicPartition> sources(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> sources = new ArrayList<>(partitions(consumer, live.topics().accepted()));
        sources.addAll(partitions(consumer, live.topics().humanReview()));
        return sources;
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic, PATIENCE).stream()
                .map(info -> new TopicPartition(topic, info.partition())).toList();
    }
}

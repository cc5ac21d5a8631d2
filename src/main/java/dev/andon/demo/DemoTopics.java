package dev.andon.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import dev.andon.avro.Codecs;
import dev.andon.avro.Preparation;
import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import dev.andon.core.decision.LinePolicy;
import dev.andon.topology.provisioning.TopicAdmin;
import dev.andon.topology.provisioning.TopicAdmin.Creation;
import dev.andon.topology.provisioning.TopicPlan;
import dev.andon.topology.provisioning.TopicSchemas;
import dev.andon.topology.provisioning.TopicSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the topics and writes the policies. */
final class DemoTopics {

    private DemoTopics() {}

    static void create(AndonConfig config) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(KafkaSettings.of(config).admin("andon-demo-topics"))) {
            for (Creation creation : new TopicAdmin(admin).create(plan(config), false)) {
                if (creation instanceof Creation.Refused(var spec, String detail)) {
                    throw new IOException("topic " + spec.name() + " cannot be created: " + detail);
                }
            }
        }
    }

    /** The usual topics, but of the frames only the newest: a demonstration that goes on must not fill the disk. */
    private static List<TopicSpec> plan(AndonConfig config) {
        return TopicPlan.of(config).stream()
                .map(spec -> spec.name().equals(config.topics().frames()) ? bounded(spec) : spec).toList();
    }

    private static TopicSpec bounded(TopicSpec spec) {
        Map<String, String> settings = new TreeMap<>(spec.settings());
        settings.put(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(32 << 20));
        settings.put(TopicConfig.RETENTION_BYTES_CONFIG, Integer.toString(64 << 20));
        return spec.withSettings(settings);
    }

    /** Registers the schemas of what the demo itself writes. */
    static void prepare(AndonConfig config, Codecs codecs) throws IOException {
        Preparation preparation = codecs.prepare(List.of(TopicSchemas.frames(config.topics()),
                TopicSchemas.policies(config.topics()), TopicSchemas.verdicts(config.topics())),
                config.registry().autoRegister());
        if (!(preparation instanceof Preparation.Ready)) {
            throw new IOException("the schemas are not registered: " + preparation);
        }
    }

    static void write(AndonConfig config, Codecs codecs, List<LinePolicy> policies)
            throws IOException, InterruptedException {
        try (var producer = new KafkaProducer<>(KafkaSettings.of(config).producer("andon-demo-policies"),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> written = new ArrayList<>();
            for (LinePolicy policy : policies) {
                written.add(producer.send(new ProducerRecord<>(config.topics().linePolicies(),
                        policy.line().value().getBytes(StandardCharsets.UTF_8), codecs.policies().encode(policy))));
            }
            for (Future<RecordMetadata> each : written) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the policies cannot be written", e.getCause());
        }
    }
}

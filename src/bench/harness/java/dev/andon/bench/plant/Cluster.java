package dev.andon.bench.plant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.avro.Preparation;
import dev.andon.bench.work.BenchRecipe;
import dev.andon.bench.work.Job;
import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import dev.andon.core.decision.LinePolicy;
import dev.andon.demo.cluster.BrokerProcess;
import dev.andon.demo.cluster.RegistryProcess;
import dev.andon.topology.provisioning.TopicAdmin;
import dev.andon.topology.provisioning.TopicPlan;
import dev.andon.topology.provisioning.TopicSchemas;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A broker and a registry in child processes. Any thread. */
public final class Cluster implements AutoCloseable {

    private static final String NOWHERE = "http://127.0.0.1:1/v1";

    private static final String CHANGELOG = "-changelog";

    /** Bytes a second. */
    private static final double SLOW = 1_000_000;

    private final Path directory;
    private final BrokerProcess broker;
    private final RegistryProcess registry;
    private final AtomicInteger jobs = new AtomicInteger();

    private Cluster(Path directory, BrokerProcess broker, RegistryProcess registry) {
        this.directory = directory;
        this.broker = broker;
        this.registry = registry;
    }

    /** Starts both and waits until they answer. */
    public static Cluster start(Path directory) throws IOException, InterruptedException {
        BrokerProcess broker = BrokerProcess.start(directory.resolve("broker"),
                Map.of("log.retention.check.interval.ms", "3600000", "log.segment.delete.delay.ms", "1000"),
                BrokerProcess.Machine.EVEN);
        try {
            return new Cluster(directory, broker, RegistryProcess.start(directory.resolve("registry")));
        } catch (IOException | InterruptedException e) {
            broker.close();
            throw e;
        }
    }

    public Path directory() {
        return directory;
    }

    /** Makes the topics of a layout, with the policies of {@link BenchRecipe}. */
    public void provision(Layout layout) throws IOException, InterruptedException {
        provision(layout, BenchRecipe.policies(layout.lineNames(), layout.samples()));
    }

    /** Makes the topics of a layout, with policies of its lines. */
    public void provision(Layout layout, List<LinePolicy> policies) throws IOException, InterruptedException {
        AndonConfig config = job(layout, "setup", NOWHERE, 1, 1).config();
        try (Admin admin = Admin.create(KafkaSettings.of(config).admin("andon-bench"));
                Codecs codecs = Wiring.codecs(config);
                Producer<byte[], byte[]> producer = producer(config)) {
            new TopicAdmin(admin).create(TopicPlan.of(config), false);
            Preparation prepared = codecs.prepare(TopicSchemas.all(config.topics()), true);
            if (!(prepared instanceof Preparation.Ready)) {
                throw new IOException("the schemas are not registered: " + prepared);
            }
            for (LinePolicy policy : policies) {
                producer.send(new ProducerRecord<>(config.topics().linePolicies(),
                        policy.line().value().getBytes(StandardCharsets.UTF_8), codecs.policies().encode(policy)))
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the policies are not written", e.getCause());
        }
    }

    /**
     * What a contender is to do, with a name that was not used before.
     *
     * @param vlm   address of the model
     * @param calls under way at once
     */
    public Job job(Layout layout, String contender, String vlm, int calls, int commitMillis) {
        String id = contender + "-" + jobs.incrementAndGet();
        String prefix = layout.name() + "-";
        return new Job(id, broker.bootstrapServers(), registry.url(), vlm, prefix, prefix + "out-" + id,
                layout.samples(), calls, layout.partitions(), layout.imageBytes(), commitMillis, "none",
                directory.resolve("jobs").resolve(id).toAbsolutePath());
    }

    /** Makes the topic that a contender writes to. */
    public void createOutput(Job job) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(KafkaSettings.of(job.config()).admin("andon-bench"))) {
            admin.createTopics(List.of(new NewTopic(job.output(), job.partitions(), (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new IOException("topic " + job.output() + " is not made", e.getCause());
        }
    }

    /** Deletes the topics of a job, those of its state as well. */
    public void delete(Job job) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(KafkaSettings.of(job.config()).admin("andon-bench"))) {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(job.prefix()) || name.startsWith(job.id() + "-")).toList();
            admin.deleteTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IOException("the topics of " + job.id() + " are not deleted", e.getCause());
        }
    }

    /** Bytes of the changelogs of a job on the disk of the broker, by the name of the store. */
    public SortedMap<String, Long> changelogBytes(Job job) throws IOException, InterruptedException {
        SortedMap<String, Long> bytes = new TreeMap<>();
        try (Admin admin = Admin.create(KafkaSettings.of(job.config()).admin("andon-bench"))) {
            admin.describeLogDirs(admin.describeCluster().nodes().get().stream().map(Node::id).toList())
                    .allDescriptions().get().values().stream().flatMap(logs -> logs.values().stream())
                    .flatMap(log -> log.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().startsWith(job.id() + "-inspect-")
                            && replica.getKey().topic().endsWith(CHANGELOG))
                    .forEach(replica -> bytes.merge(store(replica.getKey().topic(), job), replica.getValue().size(),
                            Long::sum));
        } catch (ExecutionException e) {
            throw new IOException("the broker does not say how large its logs are", e.getCause());
        }
        return bytes;
    }

    private static String store(String changelog, Job job) {
        return changelog.substring((job.id() + "-inspect-").length(), changelog.length() - CHANGELOG.length());
    }

    /** Lets all consumers read so slowly that topics fill up meanwhile, or as fast as they can. */
    public void readSlowly(Job job, boolean slowly) throws IOException, InterruptedException {
        Map<String, @Nullable String> anybody = new HashMap<>();
        anybody.put(ClientQuotaEntity.CLIENT_ID, null);
        try (Admin admin = Admin.create(KafkaSettings.of(job.config()).admin("andon-bench"))) {
            admin.alterClientQuotas(List.of(new ClientQuotaAlteration(new ClientQuotaEntity(anybody),
                    List.of(new ClientQuotaAlteration.Op("consumer_byte_rate", slowly ? SLOW : null))))).all().get();
        } catch (ExecutionException e) {
            throw new IOException("the broker takes no quota", e.getCause());
        }
    }

    /** A writer; stays the caller's to close. */
    public static Producer<byte[], byte[]> producer(AndonConfig config) {
        return new KafkaProducer<>(KafkaSettings.of(config).producer("andon-bench"), new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}

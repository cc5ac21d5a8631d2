package dev.andon.chaos.plant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.avro.Preparation;
import dev.andon.config.AndonConfig;
import dev.andon.config.ConfigLoader;
import dev.andon.config.KafkaSettings;
import dev.andon.demo.ProjectFolder;
import dev.andon.demo.cluster.BrokerNodes;
import dev.andon.topology.provisioning.TopicAdmin;
import dev.andon.topology.provisioning.TopicAdmin.Creation;
import dev.andon.topology.provisioning.TopicPlan;
import dev.andon.topology.provisioning.TopicSchemas;
import org.apache.kafka.clients.admin.Admin;

/**
 * Everything that runs: brokers, registry and model's server are up, topics and schemas are there; the processors are
 * not started yet. They have the shipped configuration, with nothing changed but addresses, places, the size of the
 * topics and the patience with verdicts on nothing. Any thread may ask; each part is for one thread at a time.
 */
public final class Plant implements AutoCloseable {

    /** The shipped configuration, below the folder of the project. */
    private static final Path SHIPPED = Path.of("config", "andon.yaml");

    /**
     * With verdicts on nothing: everybody waits for it in the end, and a verdict may have to wait for its decision while the
     * broker that has the decision is down.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BrokerNodes brokers;
    private final Registry registry;
    private final VlmServer vlm;
    private final List<Processor> processors;
    private final AndonConfig config;

    private Plant(BrokerNodes brokers, Registry registry, VlmServer vlm, List<Processor> processors,
            AndonConfig config) {
        this.brokers = brokers;
        this.registry = registry;
        this.vlm = vlm;
        this.processors = List.copyOf(processors);
        this.config = config;
    }

    /**
     * Starts everything but the processors.
     *
     * @throws IOException if something does not start; the rest is ended then
     */
    public static Plant start(PlantSettings settings) throws IOException, InterruptedException {
        Path directory = settings.directory();
        List<AutoCloseable> started = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<BrokerNodes> brokers = threads.submit(() -> BrokerNodes.start(directory, settings.brokers(),
                    settings.brokerProperties()));
            Future<Registry> registry = threads.submit(() -> Registry.start(directory.resolve("registry")));
            VlmServer vlm = new VlmServer(directory.resolve("vlm"), settings.seed());
            started.add(vlm);
            vlm.start();
            started.add(get(registry));
            started.add(get(brokers));
            return provisioned(settings, get(brokers), get(registry), vlm);
        } catch (IOException | InterruptedException e) {
            started.forEach(Plant::quietly);
            throw e;
        }
    }

    private static Plant provisioned(PlantSettings settings, BrokerNodes brokers, Registry registry, VlmServer vlm)
            throws IOException, InterruptedException {
        Path shipped = ProjectFolder.find(SHIPPED);
        List<String> changes = changes(settings, brokers, registry, vlm);
        AndonConfig config = ConfigLoader.load(shipped, Map.of(), changes).orElse(problems -> {
            throw new IllegalStateException("the configuration is wrong: " + problems);
        });
        createTopics(config);
        registerSchemas(config);
        List<String> arguments = new ArrayList<>(List.of("run", "--config", shipped.toString()));
        changes.forEach(change -> arguments.addAll(List.of("--set", change)));
        List<Processor> processors = IntStream.range(0, settings.processors()).mapToObj(index -> new Processor(
                "processor-" + index, settings.directory().resolve("processor-" + index), settings.program(),
                arguments)).toList();
        return new Plant(brokers, registry, vlm, processors, config);
    }

    private static List<String> changes(PlantSettings settings, BrokerNodes brokers, Registry registry,
            VlmServer vlm) throws IOException {
        Path files = Files.createDirectories(settings.directory().resolve("files")).toAbsolutePath();
        return List.of("kafka.bootstrap.servers=" + brokers.bootstrapServers(),
                "topics.partitions=" + settings.partitions(),
                "topics.replicationFactor=" + Math.min(3, settings.brokers()),
                "application.groupProtocol=" + settings.groupProtocol(),
                "registry.urls=" + registry.url(), "vlm.baseUrl=" + vlm.baseUrl(),
                "images.allowedRoots=" + files,
                "images.store=" + settings.directory().resolve("images").toAbsolutePath(),
                "review.patience=" + PATIENCE.toSeconds() + "s");
    }

    private static void createTopics(AndonConfig config) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(KafkaSettings.of(config).admin("andon-chaos-topics"))) {
            for (Creation creation : new TopicAdmin(admin).create(TopicPlan.of(config), false)) {
                if (creation instanceof Creation.Refused(var spec, String detail)) {
                    throw new IOException("topic " + spec.name() + " cannot be created: " + detail);
                }
            }
        }
    }

    private static void registerSchemas(AndonConfig config) throws IOException {
        try (Codecs codecs = Wiring.codecs(config)) {
            Preparation preparation = codecs.prepare(TopicSchemas.all(config.topics()), true);
            if (!(preparation instanceof Preparation.Ready)) {
                throw new IOException("the schemas are not registered: " + preparation);
            }
        }
    }

    /** The configuration of the processors, but for the place of their state. */
    public AndonConfig config() {
        return config;
    }

    public BrokerNodes brokers() {
        return brokers;
    }

    public Registry registry() {
        return registry;
    }

    public VlmServer vlm() {
        return vlm;
    }

    /** All that there can be, also those that are down. */
    public List<Processor> processors() {
        return processors;
    }

    /** Ends everything, without ceremony. */
    @Override
    public void close() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            processors.forEach(processor -> threads.execute(processor::close));
            List.<AutoCloseable>of(vlm, registry, brokers).forEach(part -> threads.execute(() -> quietly(part)));
        }
    }

    private static <T> T get(Future<T> part) throws IOException, InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        }
    }

    private static void quietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // It did not start, or is ended already.
        }
    }
}

package dev.andon.it;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.andon.avro.Codecs;
import dev.andon.avro.Preparation;
import dev.andon.avro.RegistryAccess;
import dev.andon.cli.CommandRun;
import dev.andon.config.AndonConfig;
import dev.andon.config.ConfigLoader;
import dev.andon.config.KafkaSettings;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import dev.andon.core.review.Reviewed;
import dev.andon.fixture.Cluster;
import dev.andon.topology.provisioning.TopicAdmin;
import dev.andon.topology.provisioning.TopicPlan;
import dev.andon.topology.provisioning.TopicSchemas;
import dev.andon.topology.provisioning.TopicSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import static dev.andon.it.Guarantees.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * One installation of the program: a configuration file, topics of its own under a prefix, and what people and cameras
 * send to them. One thread.
 */
final class Plant implements AutoCloseable {

    /** Of every topic. */
    static final int PARTITIONS = 2;

    /** The header that every frame carries; its value is the frame's id. */
    static final String TRACE = "traceparent";

    private static final String SHOTS = "shots";

    private final Path directory;
    private final Path file;
    private final ScriptedVlm vlm;
    private final AndonConfig config;
    private final Codecs codecs;
    private final Producer<byte[], byte[]> producer;
    private final List<Processor> processors = new ArrayList<>();

    private Plant(Path directory, Path file, ScriptedVlm vlm, AndonConfig config, Codecs codecs) {
        this.directory = directory;
        this.file = file;
        this.vlm = vlm;
        this.config = config;
        this.codecs = codecs;
        this.producer = new KafkaProducer<>(KafkaSettings.of(config).producer("cameras"), new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Creates topics and configuration, and starts a model.
     *
     * @param name      prefix of the topics and of the application id
     * @param directory for configuration, state, images and log
     */
    static Plant build(String name, Path directory, Cluster cluster) throws Exception {
        ScriptedVlm vlm = ScriptedVlm.start(directory);
        Path file = configure(name, directory, cluster, vlm);
        AndonConfig config = ConfigLoader.load(file, Map.of(), List.of()).orElse(problems -> {
            throw new IllegalArgumentException(problems.toString());
        });
        try (Admin admin = Admin.create(KafkaSettings.of(config).admin("plant"))) {
            assertThat(new TopicAdmin(admin).create(TopicPlan.of(config), false))
                    .hasOnlyElementsOfType(TopicAdmin.Creation.Created.class);
        }
        Codecs codecs = Codecs.connect(new RegistryAccess(List.of(URI.create(cluster.registryUrl())),
                Duration.ofSeconds(5), Map.of()));
        assertThat(codecs.prepare(TopicSchemas.inspectInputs(config.topics()), true))
                .isEqualTo(new Preparation.Ready());
        return new Plant(directory, file, vlm, config, codecs);
    }

    /**
     * Writes a configuration file. Late samples are not asked for once more, since tests hold some back, and what is held
     * back is committed soon, since tests look for it.
     */
    static Path configure(String name, Path directory, Cluster cluster, ScriptedVlm vlm) throws IOException {
        Files.createDirectories(directory.resolve(SHOTS));
        return Files.writeString(directory.resolve("andon.yaml"), """
            kafka: {bootstrap.servers: "%s", commit.interval.ms: 1000}
            application: {id: %s, stateDir: %s, threads: %d}
            topics: {prefix: %s., partitions: %d, replicationFactor: 1}
            registry: {urls: ["%s"], autoRegister: true}
            vlm: {baseUrl: "%s"}
            images: {store: %s, allowedRoots: [%s]}
            inspect: {hedge: {maxShare: 0}}
            """.formatted(cluster.bootstrapServers(), name, directory.resolve("state"), PARTITIONS, name, PARTITIONS,
                cluster.registryUrl(), vlm.url(), directory.resolve("store"), directory.resolve(SHOTS)));
    }

    /** The model that this plant's processors ask. */
    ScriptedVlm vlm() {
        return vlm;
    }

    AndonConfig config() {
        return config;
    }

    Codecs codecs() {
        return codecs;
    }

    /** The one directory that frames may point into. */
    Path shots() {
        return directory.resolve(SHOTS);
    }

    /** Where the processors keep their state. */
    Path state() {
        return config.application().stateDir();
    }

    /** Starts a processor; it is killed with the plant. */
    Processor start() throws Exception {
        return start(state());
    }

    /** Starts a processor that keeps its state elsewhere, as on another machine. */
    Processor start(Path state) throws Exception {
        return start(List.of("application.stateDir=" + state));
    }

    /**
     * Starts a processor with other settings, for decisions alone.
     *
     * @param settings as {@code key=value}
     */
    Processor start(List<String> settings) throws Exception {
        return start(List.of("--roles", "inspect"), settings);
    }

    /** Starts a processor for everything that there is to do. */
    Processor startWhole() throws Exception {
        return startWhole(List.of());
    }

    /** The same with other settings, as {@code key=value}. */
    Processor startWhole(List<String> settings) throws Exception {
        return start(List.of(), settings);
    }

    /** Starts a process with options of its own. */
    Processor start(List<String> options, List<String> settings) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("run", "--config", file.toString()));
        arguments.addAll(options);
        settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        Processor processor = Processor.start(arguments, directory.resolve("andon.out"), logFile());
        processors.add(processor);
        return processor;
    }

    /** Starts a command in a process of its own, with this plant's configuration. */
    Processor command(Path out, List<String> words) throws IOException {
        List<String> arguments = new ArrayList<>(words);
        arguments.addAll(List.of("--config", file.toString()));
        Processor command = Processor.start(arguments, out, logFile());
        processors.add(command);
        return command;
    }

    /** Runs a command in this process, with this plant's configuration. */
    CommandRun run(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--config", file.toString()));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    /** What the processors have said. */
    String log() throws IOException {
        return Files.readString(logFile());
    }

    /** What the processor that was started last has said on its standard output. */
    String said() throws IOException {
        return Files.readString(directory.resolve("andon.out"));
    }

    /** Everything that this plant's processors publish. */
    Outputs outputs() {
        return new Outputs(config, codecs);
    }

    /** Everything that its candidates decide. */
    Outputs shadow() {
        return Outputs.ofShadow(config, codecs);
    }

    /** The ledger of this plant's processors. */
    LedgerView ledger() {
        return new LedgerView(config);
    }

    /** Puts a policy into force. */
    Position decree(LinePolicy policy) throws Exception {
        return write(config.topics().linePolicies(), policy.line().value(), codecs.policies().encode(policy),
                List.of());
    }

    /** Takes frames in, in this order; returns where they stand. */
    Map<Position, Frame> take(List<Frame> frames) throws Exception {
        Map<Position, Frame> taken = new LinkedHashMap<>();
        for (Frame frame : frames) {
            taken.put(take(frame, codecs.frames().encode(frame)), frame);
        }
        return taken;
    }

    /** Takes a frame in that was encoded by somebody else. */
    Position take(Frame frame, byte[] encoded) throws Exception {
        return write(config.topics().frames(), frame.line().value(), encoded,
                List.of(new RecordHeader(TRACE, frame.id().value().getBytes(StandardCharsets.UTF_8))));
    }

    /** Takes a frame in whose record has a timestamp of its own; the topic of frames takes any from then on. */
    void take(Frame frame, Instant timestamp) throws Exception {
        String topic = config.topics().frames();
        try (Admin admin = Admin.create(KafkaSettings.of(config).admin("plant"))) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic),
                    List.of(new AlterConfigOp(new ConfigEntry(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                            Long.toString(Long.MAX_VALUE)), AlterConfigOp.OpType.SET))))
                    .all().get();
        }
        await().ignoreExceptionsInstanceOf(ExecutionException.class).until(() -> producer.send(new ProducerRecord<>(
                topic, null, timestamp.toEpochMilli(), frame.line().value().getBytes(StandardCharsets.UTF_8),
                codecs.frames().encode(frame))).get() != null);
    }

    /** Publishes what processors decided, and what people said of it. */
    void publish(List<Inspection> decisions, List<Reviewed> reviews) throws Exception {
        assertThat(codecs.prepare(TopicSchemas.all(config.topics()), true)).isEqualTo(new Preparation.Ready());
        for (Inspection decision : decisions) {
            boolean accepted = decision.decision().route() == Route.ACCEPTED;
            write(accepted ? config.topics().accepted() : config.topics().humanReview(), decision.line().value(),
                    codecs.inspections().encode(decision), List.of());
        }
        for (Reviewed review : reviews) {
            write(config.topics().reviewed(), review.inspected().subject().line().value(),
                    codecs.reviewed().encode(review), List.of());
        }
    }

    /** Takes something in that is no frame. */
    Position takePoison(String line, byte[] value, Header... headers) throws Exception {
        return write(config.topics().frames(), line, value, List.of(headers));
    }

    /** Deletes frames from their topic, as its retention does, but for the last one on each partition; gives those. */
    Set<Position> forgetAllButTheLast(Set<Position> frames) throws Exception {
        Map<Integer, Position> last = frames.stream().collect(Collectors.toMap(Position::partition, Function.identity(),
                BinaryOperator.maxBy(Comparator.comparingLong(Position::offset))));
        Map<TopicPartition, RecordsToDelete> gone = new HashMap<>();
        last.values().forEach(position -> gone.put(new TopicPartition(position.topic(), position.partition()),
                RecordsToDelete.beforeOffset(position.offset())));
        try (Admin admin = Admin.create(KafkaSettings.of(config).admin("plant"))) {
            admin.deleteRecords(gone).all().get();
        }
        return Set.copyOf(last.values());
    }

    /** Where every topic of this plant ends now. */
    Map<TopicPartition, Long> ends() throws Exception {
        try (Admin admin = Admin.create(KafkaSettings.of(config).admin("plant"))) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (TopicSpec topic : TopicPlan.of(config)) {
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    latest.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
                }
            }
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
        }
    }

    @Override
    public void close() {
        processors.forEach(Processor::close);
        producer.close(Duration.ZERO);
        codecs.close();
        vlm.close();
    }

    private Path logFile() {
        return directory.resolve("andon.log");
    }

    /** Writes into the changelog of a store, behind the processors' backs. */
    void writeChangelog(String store, int partition, byte[] key, byte[] value) throws Exception {
        String topic = config.application().id() + "-inspect-" + store + "-changelog";
        producer.send(new ProducerRecord<>(topic, partition, key, value)).get();
    }

    private Position write(String topic, String line, byte[] value, List<Header> headers) throws Exception {
        RecordMetadata written = producer.send(new ProducerRecord<>(topic, null,
                line.getBytes(StandardCharsets.UTF_8), value, headers)).get();
        return new Position(written.topic(), written.partition(), written.offset());
    }
}

package dev.andon.topology.inspect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.andon.async.InFlightWindow;
import dev.andon.avro.Codec;
import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.avro.InMemoryRegistry;
import dev.andon.avro.WrittenTopic;
import dev.andon.config.InspectConfig.OnOutage;
import dev.andon.config.TopicsConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.KeptSample;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import dev.andon.core.sampling.Sampler;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.fixture.FakeEmbedder;
import dev.andon.fixture.ManualExecutor;
import dev.andon.fixture.ScriptedSampler;
import dev.andon.images.DirectoryImageStore;
import dev.andon.images.ImageLoader;
import dev.andon.metrics.Recorder;
import dev.andon.schema.state.InFlight;
import dev.andon.topology.source.Expiry;
import dev.andon.topology.source.FakeOffsets;
import dev.andon.topology.source.FrameRecord;
import dev.andon.topology.source.FrameSource;
import dev.andon.topology.source.Polling;
import dev.andon.topology.state.Ledger;
import dev.andon.topology.state.LedgerEntry;
import dev.andon.topology.state.StateStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology on a test driver, with hands on everything around it. One thread. */
final class Bench implements AutoCloseable {

    /** Accepted frames whose images are kept. */
    static final KeptSample KEPT = new KeptSample("salt", 0.5);

    static final TopicsConfig TOPICS = new TopicsConfig("", 1, (short) 1);

    /** Bytes of a dead letter. */
    static final int MAX_DEAD_LETTER = 4_000_000;

    final InMemoryRegistry registry = new InMemoryRegistry();
    final ScriptedSampler sampler = new ScriptedSampler();
    final ManualExecutor workers = new ManualExecutor();
    final Recorder recorder = new Recorder(new SimpleMeterRegistry());
    final InFlightWindow window;
    final AtomicInteger open = new AtomicInteger();
    final Backlog backlog = new Backlog();
    final FakeOffsets offsets = new FakeOffsets();
    final Expiry expiry = new Expiry(offsets, TOPICS.frames(), recorder, this::now);
    final AtomicLong commits = new AtomicLong();
    final TopologyTestDriver driver;
    final InspectParts parts;
    final InspectSettings settings;
    final Codecs codecs = registry.codecs();

    private final TestInputTopic<byte[], byte[]> frames;
    private final TestInputTopic<byte[], byte[]> policies;
    private final TestInputTopic<byte[], byte[]> thresholds;
    private final List<FrameRecord> came = new ArrayList<>();
    private Function<Position, FrameSource.Read> reread = at -> new FrameSource.Read.Failed("nothing to read here");

    /** Of lines; those that are missing have 1. */
    final Map<String, Double> weights = new HashMap<>();

    /** How far the topic reaches. */
    OptionalLong end = OptionalLong.of(0);

    private Runnable sourceClose = () -> {};
    private Instant now = Instant.parse("2026-01-02T03:04:06Z");

    Bench(Path directory, int framesInFlight) {
        this(directory, framesInFlight, new ParkingSettings(OnOutage.REVIEW, 1_000));
    }

    Bench(Path directory, int framesInFlight, ParkingSettings parking) {
        this(directory, framesInFlight, parking, new ImageLoader(List.of(), 1 << 20, 1 << 20));
    }

    Bench(Path directory, int framesInFlight, ParkingSettings parking, ImageLoader loader) {
        this(directory, framesInFlight, parking, loader, bench -> bench.sampler, new FakeEmbedder());
    }

    /** A bench on which candidates are tried out, on this share of the frames. */
    static Bench shadow(Path directory, double share) {
        return new Bench(directory, 8, new ParkingSettings(OnOutage.REVIEW, 1_000),
                new ImageLoader(List.of(), 1 << 20, 1 << 20), bench -> bench.sampler, new FakeEmbedder(),
                InspectTopics.shadow(TOPICS), new Scope.Drawn("salt", share), Polling.unheard());
    }

    /** A bench on which captions are embedded in another way. */
    Bench(Path directory, Embedder embedder) {
        this(directory, 8, new ParkingSettings(OnOutage.REVIEW, 1_000), new ImageLoader(List.of(), 1 << 20, 1 << 20),
                bench -> bench.sampler, embedder);
    }

    /** A bench on which another model is asked. */
    Bench(Path directory, Function<Bench, Sampler> asked) {
        this(directory, 8, new ParkingSettings(OnOutage.REVIEW, 1_000), new ImageLoader(List.of(), 1 << 20, 1 << 20),
                asked, new FakeEmbedder());
    }

    private Bench(Path directory, int framesInFlight, ParkingSettings parking, ImageLoader loader,
            Function<Bench, Sampler> asked, Embedder embedder) {
        this(directory, framesInFlight, parking, loader, asked, embedder, InspectTopics.live(TOPICS),
                new Scope.Everything(), Polling.unheard());
    }

    /** A bench whose consumer may listen. */
    Bench(Path directory, int framesInFlight, ParkingSettings parking, Polling polling) {
        this(directory, framesInFlight, parking, new ImageLoader(List.of(), 1 << 20, 1 << 20), bench -> bench.sampler,
                new FakeEmbedder(), InspectTopics.live(TOPICS), new Scope.Everything(), polling);
    }

    private Bench(Path directory, int framesInFlight, ParkingSettings parking, ImageLoader loader,
            Function<Bench, Sampler> asked, Embedder embedder, InspectTopics topics, Scope scope,
            Polling polling) {
        window = new InFlightWindow(framesInFlight, 1 << 20, line -> weights.getOrDefault(line, 1.0));
        codecs.prepare(List.of(new WrittenTopic("frames", WrittenTopic.Type.FRAME),
                new WrittenTopic("accepted", WrittenTopic.Type.INSPECTION),
                new WrittenTopic("line-policies", WrittenTopic.Type.LINE_POLICY),
                new WrittenTopic("shadow", WrittenTopic.Type.INSPECTION),
                new WrittenTopic("shadow-policies", WrittenTopic.Type.LINE_POLICY),
                new WrittenTopic("thresholds", WrittenTopic.Type.LINE_THRESHOLDS)), true);
        parts = new InspectParts(codecs, loader,
                new DirectoryImageStore(directory.resolve("images")), asked.apply(this), embedder, recorder,
                new Sameness(recorder), new Hedging(1.5, 0),
                () -> now,
                () -> 0L,
                window, open, backlog, expiry, new Ending(), () -> workers, this::source, "bench", commits::get,
                () -> polling);
        settings = new InspectSettings(topics, scope, 1, "salt", 100, 1 << 20, 256 << 10, 1_000_000, MAX_DEAD_LETTER,
                parking,
                Duration.ZERO, Duration.ofMillis(10), Duration.ofSeconds(1), 3, KEPT,
                false);
        driver = new TopologyTestDriver(InspectTopology.build(parts, settings), properties(directory));
        frames = driver.createInputTopic("frames", new ByteArraySerializer(), new ByteArraySerializer());
        policies = driver.createInputTopic(topics.policies(), new ByteArraySerializer(), new ByteArraySerializer());
        thresholds = driver.createInputTopic("thresholds", new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Frames come under their line's key. */
    void frame(Frame frame) {
        record(frame.line().value(), codecs.frames().encode(frame));
    }

    /** A record on {@code frames}. */
    void record(String key, byte[] value) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        came.add(new FrameRecord(bytes, value, new RecordHeaders()));
        frames.pipeInput(bytes, value, Instant.parse("2026-01-02T03:04:05Z"));
    }

    void policy(LinePolicy policy) {
        policies.pipeInput(policy.line().value().getBytes(StandardCharsets.UTF_8), codecs.policies().encode(policy));
    }

    void thresholds(LineThresholds learnt) {
        rawThresholds(learnt.line().value(), codecs.thresholds().encode(learnt));
    }

    /** A record on {@code thresholds}. */
    void rawThresholds(String line, byte[] value) {
        thresholds.pipeInput(line.getBytes(StandardCharsets.UTF_8), value);
    }

    /** A record on the topic of policies. */
    void rawPolicy(String line, byte[] value) {
        policies.pipeInput(line.getBytes(StandardCharsets.UTF_8), value);
    }

    void withdrawPolicy(String line) {
        policies.pipeInput(line.getBytes(StandardCharsets.UTF_8), (byte[]) null);
    }

    List<LedgerEntry> ledger() {
        return new Ledger(driver.<Long, InFlight>getKeyValueStore(StateStores.IN_FLIGHT)).entries();
    }

    /** What a re-read brings from now on. */
    void rereads(FrameSource.Read read) {
        rereads(() -> read);
    }

    /** What happens at each re-read from now on. */
    void rereads(Supplier<FrameSource.Read> read) {
        reread = at -> read.get();
    }

    /** A re-read brings what stands there, as from a broker. */
    void rereadsWhatCame() {
        reread = at -> new FrameSource.Read.Found(came.get((int) at.offset()));
    }

    /** The time on the bench. */
    Instant now() {
        return now;
    }

    /** What happens when a source is closed. */
    void onSourceClose(Runnable action) {
        sourceClose = action;
    }

    byte[] encoded(Frame frame) {
        return codecs.frames().encode(frame);
    }

    /** Time passes while somebody waits. */
    void sleep(Duration time) {
        now = now.plus(time);
    }

    /** Time passes, and punctuators run. */
    void pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    List<Inspection> accepted() {
        return inspections("accepted");
    }

    List<Inspection> humanReview() {
        return inspections("human-review");
    }

    List<Inspection> shadow() {
        return inspections("shadow");
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic("dead-letters", new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }

    private List<Inspection> inspections(String topic) {
        Codec<Inspection> codec = codecs.inspections();
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList().stream().map(codec::decode).map(Bench::decoded).toList();
    }

    private static Inspection decoded(Decoding<Inspection> decoding) {
        if (decoding instanceof Decoding.Decoded<Inspection>(Inspection inspection)) {
            return inspection;
        }
        throw new AssertionError("not readable: " + decoding);
    }

    private FrameSource source() {
        return new FrameSource() {
            @Override
            public Read read(Position position, long crc) {
                return reread.apply(position);
            }

            @Override
            public OptionalLong end(String topic, int partition) {
                return end;
            }

            @Override
            public void close() {
                sourceClose.run();
            }
        };
    }

    private static Properties properties(Path directory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.resolve("state").toString());
        return properties;
    }
}

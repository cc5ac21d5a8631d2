package dev.andon.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import dev.andon.async.InFlightWindow;
import dev.andon.avro.Codecs;
import dev.andon.avro.WrittenTopic;
import dev.andon.config.AndonConfig;
import dev.andon.config.InspectConfig;
import dev.andon.config.KafkaSettings;
import dev.andon.core.sampling.Sampler;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Embeddings;
import dev.andon.images.ImageLoader;
import dev.andon.images.ImageStore;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import dev.andon.topology.inspect.Backlog;
import dev.andon.topology.inspect.Ending;
import dev.andon.topology.inspect.Hedging;
import dev.andon.topology.inspect.InspectParts;
import dev.andon.topology.inspect.InspectSettings;
import dev.andon.topology.inspect.InspectTopics;
import dev.andon.topology.inspect.InspectTopology;
import dev.andon.topology.inspect.ParkingSettings;
import dev.andon.topology.inspect.Sameness;
import dev.andon.topology.inspect.Scope;
import dev.andon.topology.provisioning.TopicSchemas;
import dev.andon.topology.source.Expiry;
import dev.andon.topology.source.KafkaFrameSource;
import dev.andon.topology.source.SourceAdmin;
import dev.andon.topology.source.SourceTopic;
import dev.andon.topology.source.SourceWatch;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application that decides: frames in, decisions out. Any thread may start and close it. */
public final class InspectApplication implements Application {

    private static final Logger LOG = LoggerFactory.getLogger(InspectApplication.class);

    /** How long tasks may take to prepare for the end. */
    private static final Duration PREPARATION = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(10);

    /** How long servers that do not answer may delay the start: those of the model, and those that embed. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    /** Bytes of an output record that every topic takes by default, with room for key and headers. */
    private static final int MAX_RECORD_BYTES = 1_000_000;

    /**
     * What the application works with and does not own.
     *
     * @param embedder  null where captions are not embedded
     * @param simulated marks every inspection as simulated
     */
    public record Parts(
            Codecs codecs,
            ImageLoader loader,
            ImageStore store,
            Sampler sampler,
            @Nullable Embedder embedder,
            Recorder recorder,
            boolean simulated) {}

    /**
     * What an instance of the application is there for.
     *
     * @param name    in one word; also the end of its id
     * @param written topics with values of ours
     */
    private record Duty(String name, InspectTopics topics, List<WrittenTopic> written, Scope scope) {

        static Duty live(AndonConfig config) {
            return new Duty("inspect", InspectTopics.live(config.topics()),
                    TopicSchemas.inspectOutputs(config.topics()), new Scope.Everything());
        }

        static Duty shadow(AndonConfig config) {
            return new Duty("shadow", InspectTopics.shadow(config.topics()),
                    TopicSchemas.shadowOutputs(config.topics()),
                    new Scope.Drawn(config.inspect().lotSalt(), config.shadow().share()));
        }
    }

    private final String name;
    private final StreamsProcess streams;
    private final Admin admin;
    private final SourceWatch watch;
    private final Expiry expiry;
    private final Ending ending;

    private InspectApplication(String name, StreamsProcess streams, Ending ending, Admin admin, SourceAdmin sources,
            Map<String, SourceTopic> topics, Expiry expiry) {
        this.name = name;
        this.streams = streams;
        this.ending = ending;
        this.admin = admin;
        this.expiry = expiry;
        this.watch = SourceWatch.start(sources, topics, expiry::look, InstantSource.system(), this::endBecause);
    }

    /**
     * Starts the application. Waits for the registry if it is away.
     *
     * @throws StartException       if broker, topics or schemas do not allow a start
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public static InspectApplication start(AndonConfig config, Parts parts)
            throws StartException, InterruptedException {
        return start(Duty.live(config), config, parts);
    }

    /**
     * Starts it beside the one that decides, to try candidates out on a share of the frames: it has state, topics and an id of
     * its own, and nobody acts on what it says. Waits and throws as {@link #start(AndonConfig, Parts)} does.
     */
    public static InspectApplication startShadow(AndonConfig config, Parts parts)
            throws StartException, InterruptedException {
        return start(Duty.shadow(config), config, parts);
    }

    private static InspectApplication start(Duty duty, AndonConfig config, Parts parts)
            throws StartException, InterruptedException {
        String applicationId = config.application().id() + "-" + duty.name();
        InspectTopics topics = duty.topics();
        Map<String, SourceTopic> sources = SourceGate.pass(config, applicationId,
                List.of(topics.frames(), topics.policies(), topics.thresholds()));
        int partitions = Objects.requireNonNull(sources.get(topics.frames())).partitions().size();
        SchemaGate.pass(parts.codecs(), duty.written(), config.registry().autoRegister());
        warmUp(parts);
        InFlightWindow window = new InFlightWindow(WindowSize.of(config), config.inspect().bytesInFlight().bytes(),
                config.vlm()::weightOf);
        AtomicInteger open = new AtomicInteger();
        Backlog backlog = new Backlog();
        Ending ending = new Ending();
        parts.recorder().gauge(MetricNames.FRAMES_SAMPLING, window::items);
        parts.recorder().gauge(MetricNames.LEDGER_SIZE, open::get);
        parts.recorder().gauge(MetricNames.LEDGER_OLDEST,
                () -> backlog.age(InstantSource.system().instant()).toMillis() / 1000.0);
        parts.recorder().gauge(MetricNames.FRAMES_PARKED, backlog::parked);
        Admin admin = Admin.create(KafkaSettings.of(config).admin("andon-watch"));
        SourceAdmin sourceAdmin = new SourceAdmin(admin, applicationId);
        Expiry expiry = new Expiry(sourceAdmin, topics.frames(), parts.recorder(), InstantSource.system());
        StreamClients clients = new StreamClients();
        StreamsProcess streams = StreamsProcess.start(
                InspectTopology.build(inspectParts(config, parts, window, open, backlog, expiry, ending, clients),
                        inspectSettings(duty, config, parts, partitions)),
                StreamsSettings.of(config, applicationId), clients);
        return new InspectApplication(duty.name(), streams, ending, admin, sourceAdmin, sources, expiry);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public KafkaStreams.State state() {
        return streams.state();
    }

    @Override
    public @Nullable String incurable() {
        return streams.incurable();
    }

    @Override
    public Optional<String> expiredLately() {
        return expiry.lately();
    }

    @Override
    public KafkaStreamsMetrics metrics() {
        return streams.metrics();
    }

    /** Frames in flight stay in the ledger. */
    @Override
    public void close() {
        watch.close();
        end();
        tellWhatExpired();
        admin.close(Duration.ZERO);
    }

    private void endBecause(String change) {
        LOG.error("ending: {}; start again to hear what to do", change);
        end();
    }

    private void end() {
        streams.announceEnd();
        ending.announce();
        awaitPrepared();
        streams.close();
    }

    /** What was passed over since the watch looked last: the next start would not know of it. */
    private void tellWhatExpired() {
        try {
            expiry.look();
        } catch (KafkaException e) {
            LOG.warn("whether records expired in the last seconds cannot be told: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until no innocent frame is charged with an attempt any more, and no longer than that may take. */
    private void awaitPrepared() {
        try {
            for (long left = PREPARATION.dividedBy(LOOK); left > 0 && !ending.isPrepared(); left--) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything that first calls would have to do besides, so that the first frames do not wait for it. */
    private static void warmUp(Parts parts) throws InterruptedException {
        parts.sampler().warmUp(WARM_UP);
        Embedder embedder = parts.embedder();
        Instant deadline = InstantSource.system().instant().plus(WARM_UP);
        if (embedder != null && embedder.embed(List.of("The part looks as it should."),
                deadline) instanceof Embeddings.Unavailable(String detail)) {
            LOG.warn("no sentence can be embedded yet ({}); the start goes on without it", detail);
        }
    }

    private static InspectParts inspectParts(AndonConfig config, Parts parts, InFlightWindow window,
            AtomicInteger open, Backlog backlog, Expiry expiry, Ending ending, StreamClients clients) {
        Map<String, Object> rereading = new HashMap<>(KafkaSettings.of(config).consumer("andon-reread"));
        rereading.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        rereading.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 << 20);
        return new InspectParts(parts.codecs(), parts.loader(), parts.store(), parts.sampler(), parts.embedder(),
                parts.recorder(), new Sameness(parts.recorder()), hedging(config), InstantSource.system(),
                System::nanoTime, window,
                open, backlog, expiry, ending,
                Executors::newVirtualThreadPerTaskExecutor,
                () -> new KafkaFrameSource(rereading), UUID.randomUUID().toString(), clients::commits,
                clients::polling);
    }

    private static Hedging hedging(AndonConfig config) {
        InspectConfig.Hedge hedge = config.inspect().hedge();
        return new Hedging(hedge.lateness(), hedge.maxShare());
    }

    private static InspectSettings inspectSettings(Duty duty, AndonConfig config, Parts parts, int partitions) {
        boolean threadPerTask = config.application().threads() >= partitions;
        return new InspectSettings(duty.topics(), duty.scope(), partitions, config.inspect().lotSalt(),
                config.inspect().seenFramesPerLine(), config.images().maxBytes().bytes(),
                config.images().inlineLimit().bytes(), MAX_RECORD_BYTES,
                KafkaSettings.largestRecord(config.images()),
                new ParkingSettings(config.inspect().onOutage(), config.inspect().maxParked()),
                threadPerTask ? Duration.ofSeconds(1) : Duration.ofMillis(20), Duration.ofMillis(1),
                Duration.ofSeconds(1), config.inspect().attempts(), config.keptSample(), parts.simulated());
    }
}

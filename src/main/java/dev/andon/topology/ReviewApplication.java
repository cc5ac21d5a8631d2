package dev.andon.topology;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import dev.andon.config.TopicsConfig;
import dev.andon.metrics.Recorder;
import dev.andon.topology.provisioning.TopicSchemas;
import dev.andon.topology.review.Gauges;
import dev.andon.topology.review.ReviewParts;
import dev.andon.topology.review.ReviewSettings;
import dev.andon.topology.review.ReviewTopology;
import dev.andon.topology.source.SourceAdmin;
import dev.andon.topology.source.SourceTopic;
import dev.andon.topology.source.SourceWatch;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application that joins decisions with verdicts and learns thresholds. Any thread may start and close it. */
public final class ReviewApplication implements Application {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewApplication.class);

    /** Between two looks at the clock: how late something that time alone brings about may be. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final StreamsProcess streams;
    private final Admin admin;
    private final SourceWatch watch;

    private ReviewApplication(StreamsProcess streams, Admin admin, SourceAdmin sources,
            Map<String, SourceTopic> topics) {
        this.streams = streams;
        this.admin = admin;
        this.watch = SourceWatch.start(sources, topics, () -> {}, InstantSource.system(), this::endBecause);
    }

    /**
     * Starts the application. Waits for the registry if it is away.
     *
     * @throws StartException       if broker, topics or schemas do not allow a start
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public static ReviewApplication start(AndonConfig config, Codecs codecs, Recorder recorder)
            throws StartException, InterruptedException {
        String applicationId = config.application().id() + "-review";
        Map<String, SourceTopic> sources = SourceGate.pass(config, applicationId, sources(config.topics()));
        SchemaGate.pass(codecs, TopicSchemas.reviewOutputs(config.topics()), config.registry().autoRegister());
        ReviewParts parts = new ReviewParts(codecs, recorder, InstantSource.system(), new Gauges(recorder));
        ReviewSettings settings = new ReviewSettings(config.topics(), config.review().remember(),
                config.review().patience(), TICK, KafkaSettings.largestRecord(config.images()));
        Map<String, Object> streamsSettings = StreamsSettings.of(config, applicationId);
        streamsSettings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.review().threads());
        StreamsProcess streams = StreamsProcess.start(ReviewTopology.build(parts, settings), streamsSettings,
                new StreamClients());
        Admin admin = Admin.create(KafkaSettings.of(config).admin("andon-review-watch"));
        return new ReviewApplication(streams, admin, new SourceAdmin(admin, applicationId), sources);
    }

    /** What it reads; their partition counts are equal. */
    private static List<String> sources(TopicsConfig topics) {
        return List.of(topics.humanReview(), topics.accepted(), topics.verdicts(), topics.linePolicies());
    }

    @Override
    public String name() {
        return "review";
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
        return Optional.empty();
    }

    @Override
    public KafkaStreamsMetrics metrics() {
        return streams.metrics();
    }

    @Override
    public void close() {
        watch.close();
        streams.close();
        admin.close(Duration.ZERO);
    }

    private void endBecause(String change) {
        LOG.error("ending: {}; start again to hear what to do", change);
        streams.close();
    }
}

package dev.andon.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;

import dev.andon.app.Applications;
import dev.andon.app.Role;
import dev.andon.app.StopSignal;
import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.config.KafkaSettings;
import dev.andon.core.decision.LinePolicy;
import dev.andon.demo.cameras.Mix;
import dev.andon.demo.cameras.SyntheticCamera;
import dev.andon.demo.reviewers.SimulatedReviewers;
import dev.andon.demo.summary.LabelResults;
import dev.andon.demo.summary.Learned;
import dev.andon.demo.summary.OutputRecord;
import dev.andon.demo.summary.SentFrame;
import dev.andon.demo.summary.Summary;
import dev.andon.demo.summary.Tally;
import dev.andon.demo.summary.Verification;
import dev.andon.ingest.FramePublisher;
import dev.andon.topology.StartException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Everything on one machine: starts it, feeds it, waits, and reads back what came of it. One thread. */
final class Demo {

    private static final Duration STALLED = Duration.ofMinutes(1);

    private final DemoOptions options;
    private final StopSignal stop;
    private final PrintStream news;
    private final MeterRegistry meters = new SimpleMeterRegistry();

    /** @param news for people, while it runs */
    Demo(DemoOptions options, StopSignal stop, PrintStream news) {
        this.options = options;
        this.stop = stop;
        this.news = news;
    }

    /** What was sent, how long it took, what the model's server counted, and what reviewers did, if there were any. */
    private record Run(List<SentFrame> sent, double seconds, long calls, SimulatedReviewers.@Nullable Work reviews) {}

    Summary run() throws IOException, InterruptedException {
        List<SyntheticCamera> cameras = SyntheticCamera.lines(options.lines(), options.seed(), Mix.DEFAULT);
        List<LinePolicy> given = DemoPolicies.of(cameras.stream().map(SyntheticCamera::lineId).toList());
        List<LinePolicy> policies = options.learning() ? DemoPolicies.learning(given) : given;
        try (Workspace workspace = Workspace.open(options.keep())) {
            news.println("Starting broker, schema registry and SIMULATED model in " + workspace.path());
            try (DemoLog _ = DemoLog.to(workspace.path().resolve("andon.log"));
                    DemoCluster cluster = DemoCluster.start(workspace.path(), options)) {
                return within(workspace.path(), cluster, cameras, policies);
            }
        }
    }

    private Summary within(Path directory, DemoCluster cluster, List<SyntheticCamera> cameras,
            List<LinePolicy> policies) throws IOException, InterruptedException {
        AndonConfig config = DemoConfig.of(directory, cluster);
        try (Codecs codecs = Wiring.codecs(config)) {
            DemoTopics.create(config);
            DemoTopics.prepare(config, codecs);
            DemoTopics.write(config, codecs, policies);
            news.println("Broker " + cluster.broker().bootstrapServers() + ", registry "
                    + config.registry().urls().getFirst()
                    + ", SIMULATED model " + cluster.vlm().baseUrl() + "; Ctrl-C ends with a summary");
            Run run = feed(config, codecs, cluster, cameras);
            List<OutputRecord> read = new ReadBack(config, codecs).all();
            return new Summary(Verification.of(run.sent(), read),
                    Tally.of(run.sent(), read, LabelResults.of(policies)),
                    learned(run, read, new ReadBack(config, codecs)), run.calls(), run.seconds());
        }
    }

    private static @Nullable Learned learned(Run run, List<OutputRecord> read, ReadBack topics) {
        SimulatedReviewers.Work reviews = run.reviews();
        return reviews == null
                ? null
                : new Learned(reviews.given(), reviews.mistaken(), reviews.left(),
                        Learned.lines(topics.thresholds(), run.sent(), read));
    }

    private Run feed(AndonConfig config, Codecs codecs, DemoCluster cluster, List<SyntheticCamera> cameras)
            throws IOException, InterruptedException {
        try (FramePublisher publisher = new FramePublisher(
                () -> new KafkaProducer<>(KafkaSettings.of(config).producer("andon-demo-cameras"),
                        new ByteArraySerializer(), new ByteArraySerializer()),
                config.topics().frames(),
                codecs.frames()::encode);
                Wiring wiring = Wiring.of(config, meters, true);
                Applications _ = Applications.start(config, wiring, EnumSet.of(Role.INSPECT, Role.REVIEW))) {
            FrameFeed feed = new FrameFeed(options, cameras, publisher, () -> Progress.of(meters).done(), stop,
                    STALLED, InstantSource.system());
            long start = System.nanoTime();
            try (StatusLine _ = new StatusLine(meters, feed::count, news);
                    SimulatedReviewers reviewers = options.learning()
                            ? SimulatedReviewers.start(config, codecs, feed::find, options.seed())
                            : null) {
                List<SentFrame> sent = feed.run();
                if (!feed.awaitQuiet()) {
                    news.println(
                            "No decision for " + STALLED.toSeconds() + " s: something is wrong, see the log above");
                }
                return new Run(sent, (System.nanoTime() - start) / 1e9, cluster.vlm().calls(),
                        reviewers == null ? null : reviewers.done());
            }
        } catch (StartException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}

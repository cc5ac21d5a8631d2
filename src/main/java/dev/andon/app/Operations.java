package dev.andon.app;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import dev.andon.config.ServerConfig;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.ops.Condition;
import dev.andon.ops.Health;
import dev.andon.ops.OperationsServer;
import dev.andon.topology.InspectApplication;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What operators see of the application that decides: answers from before it starts until after it has ended. One
 * thread; what it answers, any thread.
 */
public final class Operations implements AutoCloseable {

    private final AtomicReference<@Nullable InspectApplication> watched;
    private final PrometheusMeterRegistry metrics;
    private final JvmGcMetrics collections;
    private final OperationsServer server;
    private @Nullable KafkaStreamsMetrics streams;

    private Operations(AtomicReference<@Nullable InspectApplication> watched, PrometheusMeterRegistry metrics,
            JvmGcMetrics collections, OperationsServer server) {
        this.watched = watched;
        this.metrics = metrics;
        this.collections = collections;
        this.server = server;
    }

    /**
     * Starts to answer.
     *
     * @param brokers what the start waits for
     * @throws IOException if it cannot listen where it should
     */
    public static Operations start(ServerConfig config, PrometheusMeterRegistry metrics,
            InspectApplication.Parts parts, BrokerWait brokers) throws IOException {
        AtomicReference<@Nullable InspectApplication> watched = new AtomicReference<>();
        Health live = Health.none().with("stream", () -> life(watched.get()));
        Health ready = Health.none().with("stream", () -> stream(watched.get(), brokers))
                .with("source", () -> source(watched.get()))
                .with("vlm", () -> Conditions.servers(parts.sampler().servers()))
                .with("registry", () -> Conditions.registry(parts.codecs().registryAway()));
        OperationsServer server = OperationsServer.start(config, metrics, live, withEmbedder(ready, parts.embedder()));
        return new Operations(watched, metrics, machine(metrics), server);
    }

    /** Watches an application that has started. */
    public void watch(InspectApplication application) {
        KafkaStreamsMetrics bound = application.metrics();
        bound.bindTo(metrics);
        streams = bound;
        watched.set(application);
    }

    @Override
    public void close() {
        server.close();
        collections.close();
        if (streams != null) {
            streams.close();
        }
        metrics.close();
    }

    private static Health withEmbedder(Health health, @Nullable Embedder embedder) {
        return embedder == null || embedder.servers().isEmpty()
                ? health
                : health.with("embedding", () -> Conditions.servers(embedder.servers()));
    }

    private static Condition life(@Nullable InspectApplication application) {
        return application == null
                ? Conditions.life(null, null)
                : Conditions.life(application.state(), application.incurable());
    }

    private static Condition stream(@Nullable InspectApplication application, BrokerWait brokers) {
        return application == null
                ? Conditions.stream(null, brokers.awaited())
                : Conditions.stream(application.state(), application.incurable());
    }

    private static Condition source(@Nullable InspectApplication application) {
        return Conditions.source(Optional.ofNullable(application).flatMap(InspectApplication::expiredLately));
    }

    private static JvmGcMetrics machine(MeterRegistry metrics) {
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmThreadMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        JvmGcMetrics collections = new JvmGcMetrics();
        collections.bindTo(metrics);
        return collections;
    }
}

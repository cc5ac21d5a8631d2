package dev.andon.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import dev.andon.config.ServerConfig;
import dev.andon.ops.Condition;
import dev.andon.ops.Health;
import dev.andon.ops.OperationsServer;
import dev.andon.topology.Application;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What operators see of the applications of a process: answers from before it starts until after it has ended. One
 * thread; what it answers, any thread.
 */
public final class Operations implements AutoCloseable {

    private final List<Application> watched;
    private final PrometheusMeterRegistry metrics;
    private final JvmGcMetrics collections;
    private final OperationsServer server;
    private final List<KafkaStreamsMetrics> streams = new ArrayList<>();

    private Operations(List<Application> watched, PrometheusMeterRegistry metrics,
            JvmGcMetrics collections, OperationsServer server) {
        this.watched = watched;
        this.metrics = metrics;
        this.collections = collections;
        this.server = server;
    }

    /**
     * Starts to answer.
     *
     * @param roles   the applications that are going to be watched, by their names
     * @param others  what else has to work, by its name
     * @param brokers what the start waits for
     * @throws IOException if it cannot listen where it should
     */
    public static Operations start(ServerConfig config, PrometheusMeterRegistry metrics, List<String> roles,
            Map<String, Supplier<Condition>> others, BrokerWait brokers) throws IOException {
        List<Application> watched = new CopyOnWriteArrayList<>();
        Health live = Health.none();
        Health ready = Health.none();
        for (String role : roles) {
            live = live.with(role, () -> life(find(watched, role)));
            ready = ready.with(role, () -> stream(find(watched, role), brokers));
        }
        if (!roles.isEmpty()) {
            ready = ready.with("source", () -> source(watched));
        }
        for (Map.Entry<String, Supplier<Condition>> other : others.entrySet()) {
            ready = ready.with(other.getKey(), other.getValue());
        }
        OperationsServer server = OperationsServer.start(config, metrics, live, ready);
        return new Operations(watched, metrics, machine(metrics), server);
    }

    /** Watches an application that has started. */
    public void watch(Application application) {
        KafkaStreamsMetrics bound = application.metrics();
        bound.bindTo(metrics);
        streams.add(bound);
        watched.add(application);
    }

    @Override
    public void close() {
        server.close();
        collections.close();
        streams.forEach(KafkaStreamsMetrics::close);
        metrics.close();
    }

    private static @Nullable Application find(List<Application> watched, String role) {
        return watched.stream().filter(application -> application.name().equals(role)).findFirst().orElse(null);
    }

    private static Condition life(@Nullable Application application) {
        return application == null
                ? Conditions.life(null, null)
                : Conditions.life(application.state(), application.incurable());
    }

    private static Condition stream(@Nullable Application application, BrokerWait brokers) {
        return application == null
                ? Conditions.stream(null, brokers.awaited())
                : Conditions.stream(application.state(), application.incurable());
    }

    private static Condition source(List<Application> watched) {
        return Conditions.source(watched.stream().flatMap(one -> one.expiredLately().stream()).findFirst());
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

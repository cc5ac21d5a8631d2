package dev.andon.app;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.andon.config.AndonConfig;
import dev.andon.ingest.cameras.CamerasWatch;
import dev.andon.ops.Condition;
import dev.andon.topology.Application;
import dev.andon.topology.StartException;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.jspecify.annotations.Nullable;

/** Everything that runs in a process, by its roles. One thread; what operators see, any. */
public final class Running implements AutoCloseable {

    /** Some 60 metrics of each state store of each task: three in five of all. JMX has them. */
    private static final String PER_STORE = "kafka.stream.state.";

    /** What has to be known of the topics before anything starts. */
    public interface Topics {

        /**
         * Makes sure that they are as they have to be.
         *
         * @return bytes of the largest image that may travel inside a frame
         */
        long check() throws InterruptedException;
    }

    private final Opened opened = new Opened();
    private volatile @Nullable IngestRole cameras;
    private @Nullable Applications applications;

    private Running() {}

    /**
     * Starts everything. Waits for the brokers if they are away; operators see that it does.
     *
     * @throws IOException          if the sentence model cannot be loaded, or nobody can listen where operators look
     * @throws StartException       if broker, topics or schemas do not allow a start
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public static Running start(AndonConfig config, Set<Role> roles, BrokerWait brokers, Topics topics)
            throws IOException, StartException, InterruptedException {
        Running running = new Running();
        boolean started = false;
        try {
            running.open(config, roles, brokers, topics);
            started = true;
            return running;
        } finally {
            if (!started) {
                running.close();
            }
        }
    }

    private void open(AndonConfig config, Set<Role> roles, BrokerWait brokers, Topics topics)
            throws IOException, StartException, InterruptedException {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        metrics.config().meterFilter(MeterFilter.denyNameStartsWith(PER_STORE));
        if (roles.contains(Role.SHADOW)) {
            metrics.config().meterFilter(new ShadowNames());
        }
        Map<String, Supplier<Condition>> conditions = new LinkedHashMap<>();
        Set<Role> processors = Role.applications(roles);
        Wiring wiring = processors.isEmpty() ? null : Wiring.of(config, metrics, false);
        if (wiring != null) {
            opened.add(wiring::close);
            conditions.putAll(wiring.conditions());
        }
        if (roles.contains(Role.INGEST)) {
            conditions.put("cameras", () -> condition(brokers));
        }
        Operations operations = Operations.start(config.server(), metrics,
                processors.stream().map(Role::label).toList(), conditions, brokers);
        opened.add(operations::close);
        long room = brokers.until(topics::check);
        if (wiring != null) {
            Applications all = brokers.until(() -> Applications.start(config, wiring, processors));
            opened.add(all::close);
            all.all().forEach(operations::watch);
            applications = all;
        }
        if (roles.contains(Role.INGEST)) {
            IngestRole role = IngestRole.start(config, room,
                    new CamerasWatch(config.ingest().cameras(), config.images().maxBytes()), metrics);
            opened.add(role::close);
            cameras = role;
        }
    }

    /** An application that has ended by itself; empty while all go on. */
    public Optional<Application> ended() {
        return applications == null ? Optional.empty() : applications.ended();
    }

    private Condition condition(BrokerWait brokers) {
        IngestRole started = cameras;
        if (started != null) {
            return started.condition();
        }
        String awaited = brokers.awaited();
        return Condition.down(awaited == null ? "not started yet" : awaited);
    }

    @Override
    public void close() {
        opened.close();
    }
}

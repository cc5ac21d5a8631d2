package dev.andon.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.andon.config.AndonConfig;
import dev.andon.topology.Application;
import dev.andon.topology.InspectApplication;
import dev.andon.topology.ReviewApplication;
import dev.andon.topology.StartException;
import org.apache.kafka.streams.KafkaStreams;

/** The applications of a process. Any thread. */
public final class Applications implements AutoCloseable {

    private final Opened opened;
    private final List<Application> all;

    private Applications(Opened opened, List<Application> all) {
        this.opened = opened;
        this.all = List.copyOf(all);
    }

    /**
     * Starts them one after the other. Where one cannot start, those before it are closed.
     *
     * @throws StartException       if broker, topics or schemas do not allow a start
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public static Applications start(AndonConfig config, Wiring wiring, Collection<Role> roles)
            throws StartException, InterruptedException {
        try (Opened opened = new Opened()) {
            List<Application> all = new ArrayList<>();
            for (Role role : roles) {
                Application application = start(config, wiring, role);
                opened.add(application::close);
                all.add(application);
            }
            return new Applications(opened.handOver(), all);
        }
    }

    private static Application start(AndonConfig config, Wiring wiring, Role role)
            throws StartException, InterruptedException {
        return switch (role) {
            case INSPECT -> InspectApplication.start(config, wiring.parts());
            case REVIEW -> ReviewApplication.start(config, wiring.parts().codecs(), wiring.parts().recorder());
            case SHADOW -> InspectApplication.startShadow(config, wiring.parts());
            case INGEST -> throw new IllegalArgumentException("cameras are no application of Kafka Streams");
        };
    }

    public List<Application> all() {
        return all;
    }

    /** One that has ended by itself; empty while all go on. */
    public Optional<Application> ended() {
        return all.stream().filter(
                one -> one.state() == KafkaStreams.State.ERROR || one.state().hasCompletedShutdown()).findFirst();
    }

    @Override
    public void close() {
        opened.close();
    }
}

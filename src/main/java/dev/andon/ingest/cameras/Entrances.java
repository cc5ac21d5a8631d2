package dev.andon.ingest.cameras;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import dev.andon.config.CamerasConfig;
import dev.andon.config.HeaderSecret;
import dev.andon.core.frame.Position;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.FramePublisher;
import dev.andon.ingest.http.Door;
import dev.andon.ingest.http.FrameServer;
import dev.andon.ingest.http.Limits;
import dev.andon.ingest.trigger.TriggerTopic;
import dev.andon.ingest.trigger.Triggers;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where others bring frames and triggers, as the file of cameras says it at the moment. One thread. */
public final class Entrances implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Entrances.class);

    private final Limits limits;
    private final FrameMaker maker;
    private final FramePublisher publisher;
    private final Triggers triggers;
    private final KnownCameras known;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private CamerasConfig.@Nullable Door door;
    private @Nullable String topic;
    private @Nullable FrameServer server;
    private @Nullable Thread listener;

    /** @param consumers makes one without a group */
    public Entrances(Limits limits, FrameMaker maker, FramePublisher publisher, Triggers triggers,
            KnownCameras known, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.limits = limits;
        this.maker = maker;
        this.publisher = publisher;
        this.triggers = triggers;
        this.known = known;
        this.consumers = consumers;
    }

    /** Opens what is wanted, and closes what is not; masks hold before a door is open. A door that cannot be opened is told, and stays closed. */
    public void follow(CamerasConfig wanted) throws InterruptedException {
        known.follow(wanted.cameras());
        if (!Objects.equals(door, wanted.door())) {
            closeDoor();
            server = wanted.door() == null ? null : opened(wanted.door());
            door = wanted.door();
        }
        if (!Objects.equals(topic, wanted.triggerTopic())) {
            endListening();
            listener = wanted.triggerTopic() == null ? null : listening(wanted.triggerTopic());
            topic = wanted.triggerTopic();
        }
    }

    private @Nullable FrameServer opened(CamerasConfig.Door wanted) {
        try {
            Door opened = new Door(wanted.host(), wanted.port(),
                    wanted.tokenFile() == null ? null : HeaderSecret.ofFile("door.tokenFile", wanted.tokenFile()));
            FrameServer started = FrameServer.start(opened, limits, known, maker, publisher, triggers);
            LOG.atInfo().addKeyValue("frames", started.address()).addKeyValue("triggers", started.triggersAddress())
                    .log("the door is open");
            return started;
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("the door stays closed until the file of cameras says something else of it: {}", e.getMessage());
            return null;
        }
    }

    private Thread listening(String name) {
        return Thread.ofPlatform().name("triggers of " + name).start(() -> {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                new TriggerTopic(consumer, name, triggers, new Told(), InstantSource.system()).run(() -> false);
            } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException e) {
                // It is to end.
            }
        });
    }

    private void closeDoor() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private void endListening() throws InterruptedException {
        if (listener != null) {
            listener.interrupt();
            listener.join();
            listener = null;
        }
    }

    @Override
    public void close() {
        closeDoor();
        try {
            endListening();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells people what is wrong with triggers. */
    private static final class Told implements TriggerTopic.Progress {

        @Override
        public void refused(Position where, List<String> problems) {
            LOG.warn("the trigger at {} cannot be used: {}", where, String.join("; ", problems));
        }

        @Override
        public void delayed(String detail) {
            LOG.warn(detail);
        }
    }
}

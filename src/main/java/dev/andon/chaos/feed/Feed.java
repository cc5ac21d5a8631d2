package dev.andon.chaos.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.avro.Preparation;
import dev.andon.chaos.clients.Robust;
import dev.andon.config.AndonConfig;
import dev.andon.topology.provisioning.TopicSchemas;

/** Cameras of many lines that send until they are stopped, whatever happens to the brokers. Any thread. */
public final class Feed implements AutoCloseable {

    private final Codecs codecs;
    private final Policies policies;
    private final Journal journal;
    private final Mailbag mailbag;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> cameras = new ArrayList<>();

    private Feed(Codecs codecs, Policies policies, Journal journal, Mailbag mailbag) {
        this.codecs = codecs;
        this.policies = policies;
        this.journal = journal;
        this.mailbag = mailbag;
    }

    /**
     * Registers the schemas, writes the first policies and starts the cameras.
     *
     * @throws IOException if registry or brokers are not to be reached: they have to stand at the start
     */
    public static Feed start(AndonConfig config, FeedSettings settings) throws IOException, InterruptedException {
        Map<String, LineScript> scripts = Scripts.of(settings, config.topics().partitions());
        Darkroom darkroom = new Darkroom(Album.of(settings.seed()), Files.createDirectories(settings.files()));
        Codecs codecs = Wiring.codecs(config);
        prepare(config, codecs);
        Policies policies = Policies.write(config, codecs.policies(), List.copyOf(scripts.keySet()));
        Journal journal = new Journal();
        Mailbag mailbag = new Mailbag(Robust.producer(config, "andon-chaos-cameras"), config.topics().frames(),
                config.topics().partitions(), codecs.frames(), darkroom, journal, InstantSource.system());
        Feed feed = new Feed(codecs, policies, journal, mailbag);
        scripts.forEach((line, script) -> feed.cameras
                .add(Thread.ofVirtual().name(line).start(() -> feed.film(line, script))));
        return feed;
    }

    private static void prepare(AndonConfig config, Codecs codecs) throws IOException {
        Preparation preparation = codecs.prepare(
                List.of(TopicSchemas.frames(config.topics()), TopicSchemas.policies(config.topics())),
                config.registry().autoRegister());
        if (!(preparation instanceof Preparation.Ready)) {
            throw new IOException("the schemas are not registered: " + preparation);
        }
    }

    private void film(String line, LineScript script) {
        try {
            for (Shot shot = script.next(); !stopped.await(shot.pause().toNanos(), TimeUnit.NANOSECONDS); shot = script
                    .next()) {
                mailbag.send(line, shot);
            }
        } catch (InterruptedException e) {
            // The feed ends, and the producer's buffer was full until then.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Journal journal() {
        return journal;
    }

    /** The policies of the lines, to be changed while the cameras run. */
    public Policies policies() {
        return policies;
    }

    /**
     * Stops the cameras and waits until it is known of each record whether the topic has it; of what is unknown after
     * {@code limit}, the journal says so.
     */
    public void stop(Duration limit) throws InterruptedException {
        stopped.countDown();
        for (Thread camera : cameras) {
            if (!camera.join(limit)) {
                camera.interrupt();
            }
        }
        mailbag.close(limit);
        policies.close(limit);
    }

    @Override
    public void close() {
        stopped.countDown();
        cameras.forEach(Thread::interrupt);
        mailbag.close(Duration.ZERO);
        policies.close(Duration.ZERO);
        codecs.close();
    }
}

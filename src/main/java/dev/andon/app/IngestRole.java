package dev.andon.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Random;

import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.config.CamerasConfig;
import dev.andon.config.KafkaSettings;
import dev.andon.ingest.Carriage;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.FramePublisher;
import dev.andon.ingest.cameras.CameraLog;
import dev.andon.ingest.cameras.Cameras;
import dev.andon.ingest.cameras.Entrances;
import dev.andon.ingest.cameras.KnownCameras;
import dev.andon.ingest.cameras.Studio;
import dev.andon.ingest.cameras.Wanted;
import dev.andon.ingest.http.ImageLimit;
import dev.andon.ingest.http.Limits;
import dev.andon.ingest.trigger.Triggers;
import dev.andon.ingest.video.FfmpegSettings;
import dev.andon.ingest.watch.CameraEventWriter;
import dev.andon.metrics.Recorder;
import dev.andon.ops.Condition;
import dev.andon.topology.SchemaGate;
import dev.andon.topology.StartException;
import dev.andon.topology.provisioning.TopicSchemas;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The cameras of a process, and all that they need. One thread starts and closes it, another one looks after the cameras;
 * questions are for any.
 */
public final class IngestRole implements AutoCloseable {

    private final Opened opened;
    private final Codecs codecs;
    private final Cameras cameras;
    private final Caretaker caretaker;
    private final Thread caring;

    private IngestRole(Opened opened, Codecs codecs, Cameras cameras, Caretaker caretaker) {
        this.opened = opened;
        this.codecs = codecs;
        this.cameras = cameras;
        this.caretaker = caretaker;
        this.caring = Thread.ofPlatform().name("cameras").unstarted(caretaker);
    }

    /**
     * Starts the cameras. Waits for the registry if it is away.
     *
     * @param imageRoom bytes of the largest image that may travel inside its frame
     * @throws StartException       if the schemas do not allow a start
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public static IngestRole start(AndonConfig config, long imageRoom, Wanted wanted, MeterRegistry metrics)
            throws StartException, InterruptedException {
        try (Opened opened = new Opened()) {
            Codecs codecs = Wiring.codecs(config);
            opened.add(codecs::close);
            SchemaGate.pass(codecs, TopicSchemas.cameraOutputs(config.topics()), config.registry().autoRegister());
            FramePublisher publisher = new FramePublisher(() -> producer(config, "-ingest"), config.topics().frames(),
                    codecs.frames()::encode);
            opened.add(publisher::close);
            ImageHome images = ImageHome.of(config.images());
            opened.add(images::close);
            Recorder recorder = new Recorder(metrics);
            CameraEventWriter events = new CameraEventWriter(() -> producer(config, "-camera-events"),
                    config.topics().cameraEvents(), codecs.cameraEvents()::encode, recorder);
            opened.add(events::close);
            InstantSource clock = InstantSource.system();
            Triggers triggers = new Triggers(clock);
            KnownCameras known = new KnownCameras();
            FrameMaker maker = new FrameMaker(config.images());
            Entrances entrances = new Entrances(
                    Limits.usual(ImageLimit.of(config.images().maxBytes().bytes(), imageRoom)), maker, publisher,
                    triggers, known,
                    () -> new KafkaConsumer<>(
                            KafkaSettings.of(config).consumer(config.application().id() + "-triggers"),
                            new ByteArrayDeserializer(), new ByteArrayDeserializer()));
            opened.add(entrances::close);
            Studio studio = new Studio(maker,
                    new Carriage(imageRoom, images.readable(config.images().allowedRoots())), publisher,
                    FfmpegSettings.usual(config.ingest().ffmpeg(), (int) config.images().maxBytes().bytes()), triggers,
                    known, clock, new Random());
            Cameras cameras = new Cameras(studio, camera -> new CameraLog(camera, events::write, recorder, clock));
            opened.add(cameras::close);
            Caretaker.Charges charges = charges(cameras, entrances);
            charges.follow(wanted.first());
            IngestRole role = new IngestRole(opened.handOver(), codecs, cameras, new Caretaker(wanted, charges));
            role.caring.start();
            return role;
        }
    }

    private static Caretaker.Charges charges(Cameras cameras, Entrances entrances) {
        return new Caretaker.Charges() {
            @Override
            public void follow(CamerasConfig wanted) throws InterruptedException {
                entrances.follow(wanted);
                cameras.apply(wanted.cameras());
            }

            @Override
            public void look() {
                cameras.logs().forEach(CameraLog::look);
            }
        };
    }

    private static Producer<byte[], byte[]> producer(AndonConfig config, String purpose) {
        return new KafkaProducer<>(KafkaSettings.of(config).producer(config.application().id() + purpose),
                new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Whether every camera has come to an end by itself, as video files do. */
    public boolean isOver() {
        return cameras.areOver();
    }

    /** Who hears of each camera. */
    public List<CameraLog> logs() {
        return cameras.logs();
    }

    /** Degraded while anything is wrong with a camera or the care of them, or the registry is away: frames wait then. */
    Condition condition() {
        String careless = caretaker.failure();
        String wrong = careless == null ? codecs.registryAway() : careless;
        return wrong == null ? Conditions.cameras(cameras.logs()) : Condition.degraded(wrong);
    }

    @Override
    public void close() {
        caring.interrupt();
        try {
            caring.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        opened.close();
    }
}

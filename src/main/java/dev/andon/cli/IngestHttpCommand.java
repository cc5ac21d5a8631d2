package dev.andon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import dev.andon.app.StopSignal;
import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.config.CameraConfig;
import dev.andon.config.CamerasFile;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.FramePublisher;
import dev.andon.ingest.cameras.CamerasWatch;
import dev.andon.ingest.cameras.KnownCameras;
import dev.andon.ingest.cameras.Wanted;
import dev.andon.ingest.http.Door;
import dev.andon.ingest.http.FrameServer;
import dev.andon.ingest.http.ImageLimit;
import dev.andon.ingest.http.Limits;
import dev.andon.topology.provisioning.TopicSchemas;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code andon ingest http}: images that others send. */
@Command(name = "http", mixinStandardHelpOptions = true, description = {
    "Takes images by POST /frames until it is told to end (SIGTERM, Ctrl-C), as frames of the camera that each request"
            + " names, and answers with topic, partition and offset once all replicas have the frame.",
    "The body is the image, with the headers Andon-Line and Andon-Camera, and Andon-Station, Andon-Unit,"
            + " Andon-Work-Order, Andon-Part, Andon-Captured-At (ISO 8601) and Andon-Frame-Id where known (other than"
            + " ASCII as UTF-8 with percent signs); or a form (multipart/form-data) with the part image and the fields"
            + " line, camera, station, unit, workOrder, part, capturedAt and frameId.",
    "A request that is sent again is the same frame where it gives Andon-Frame-Id or Andon-Captured-At, and a new one"
            + " otherwise. Metadata of images (EXIF and the like) is not published.",
    "A camera that stands in the file of cameras (ingest.cameras) keeps the masks that are written there, which are"
            + " followed while the command runs."})
final class IngestHttpCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofSeconds(1);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1", description = "Name or address to listen"
            + " on (default: ${DEFAULT-VALUE}). Others than those of the loopback need a token.")
    private String host = "";

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "0", description = "Port to listen on; 0, the default,"
            + " is any that is free.")
    private int port;

    @Option(names = "--token-file", paramLabel = "FILE", description = "Holds the token that each request has to send"
            + " (Authorization: Bearer TOKEN), and nothing else; without it, ANDON_INGEST_TOKEN does.")
    private @Nullable Path tokenFile;

    @Override
    public Integer call() throws InterruptedException {
        AndonConfig config = options.load();
        Door door = door();
        KnownCameras known = new KnownCameras();
        known.follow(cameras(config));
        Limits limits = Limits.usual(ImageLimit.of(config.images().maxBytes().bytes(), FramesTopic.imageLimit(config)));
        StopSignal stop = StopSignal.listening();
        int exitCode = CommandFailure.FAILED;
        try {
            serve(config, door, limits, known, stop);
            exitCode = 0;
        } finally {
            stop.finished(exitCode);
        }
        return exitCode;
    }

    private Door door() {
        try {
            return new Door(host, port, IngestToken.of(tokenFile, System.getenv()));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misused(String.valueOf(e.getMessage()));
        }
    }

    /** Without them, what nobody may see would get out. */
    private static List<CameraConfig> cameras(AndonConfig config) {
        Path file = config.ingest().cameras();
        return Files.notExists(file)
                ? List.of()
                : CamerasFile.read(file, config.images().maxBytes()).orElse(problems -> {
                    throw CommandFailure.refused(problems);
                }).cameras();
    }

    private void serve(AndonConfig config, Door door, Limits limits, KnownCameras known, StopSignal stop)
            throws InterruptedException {
        try (Codecs codecs = Wiring.codecs(config)) {
            Registry.require(config, codecs, TopicSchemas.frames(config.topics()));
            try (FramePublisher publisher = new FramePublisher(() -> Clients.producer(config), config.topics().frames(),
                    codecs.frames()::encode);
                    FrameServer server = started(door, limits, known, new FrameMaker(config.images()), publisher)) {
                spec.commandLine().getOut().println("frames are taken at " + server.address());
                Wanted wanted = new CamerasWatch(config.ingest().cameras(), config.images().maxBytes());
                while (!stop.await(LOOK)) {
                    wanted.look().ifPresent(cameras -> known.follow(cameras.cameras()));
                }
            }
        }
    }

    private static FrameServer started(Door door, Limits limits, KnownCameras known, FrameMaker maker,
            FramePublisher publisher) {
        try {
            return FrameServer.start(door, limits, known, maker, publisher, null);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot start: " + e.getMessage());
        }
    }
}

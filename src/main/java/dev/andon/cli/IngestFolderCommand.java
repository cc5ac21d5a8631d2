package dev.andon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Callable;

import dev.andon.app.ImageHome;
import dev.andon.app.StopSignal;
import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import dev.andon.ingest.Carriage;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.FramePublisher;
import dev.andon.ingest.folder.DropFolder;
import dev.andon.ingest.folder.FolderIngest;
import dev.andon.ingest.folder.NamePattern;
import dev.andon.topology.provisioning.TopicSchemas;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code andon ingest folder}: images that cameras drop. */
@Command(name = "folder", mixinStandardHelpOptions = true, description = {
    "Publishes the images that are dropped into a directory, oldest first, until it is told to end (SIGTERM, Ctrl-C). A"
            + " file that all replicas have goes to DIR/done, one that can be no frame to DIR/failed, with the reason"
            + " beside it. Files stay as they are; metadata (EXIF and the like) is not published. After a crash files may be published once more, under the same frame id: the application drops"
            + " them."})
final class IngestFolderCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Parameters(paramLabel = "DIR", description = "The directory, its subdirectories included.")
    private Path folder = Path.of("");

    @Mixin
    private CameraOptions camera;

    @Option(names = "--station", paramLabel = "STATION", description = "Where on the line the camera stands.")
    private @Nullable String station;

    @Option(names = "--pattern", paramLabel = "TEXT", description = "What names say, without extension:"
            + " '{unit}_{time:yyyyMMdd-HHmmss}_{*}' with {unit}, {order}, {part}, {time:FORMAT} and {*} for the rest. Others"
            + " fail. With a slash the path below DIR is meant.")
    private @Nullable String pattern;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Of the times in names, such as Europe/Berlin (default:"
            + " that of this machine).")
    private ZoneId zone = ZoneId.systemDefault();

    @Option(names = "--side-cars", paramLabel = "WHEN", defaultValue = "OPTIONAL", description = "shot.json beside shot.jpg"
            + " with unitId, workOrder, partNumber, capturedAt: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})."
            + " REQUIRED waits a minute for it.")
    private DropFolder.SideCars sideCars = DropFolder.SideCars.OPTIONAL;

    @Option(names = "--settle", paramLabel = "SECONDS", defaultValue = "2", description = "A file is whole once it has not"
            + " changed for so long (default: ${DEFAULT-VALUE}); 0 where files are renamed into DIR.")
    private double settle;

    @Option(names = "--done", paramLabel = "DIR", description = "Where published files go; on the same file system.")
    private @Nullable Path done;

    @Option(names = "--failed", paramLabel = "DIR", description = "Where files go that can be no frames; likewise.")
    private @Nullable Path failed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        AndonConfig config = options.load();
        DropFolder drops = drops();
        long room = FramesTopic.imageLimit(config);
        StopSignal stop = StopSignal.listening();
        int exitCode = CommandFailure.FAILED;
        try (Codecs codecs = Wiring.codecs(config); ImageHome images = ImageHome.of(config.images())) {
            Carriage carriage = new Carriage(room, images.readable(config.images().allowedRoots()));
            Registry.require(config, codecs, TopicSchemas.frames(config.topics()));
            try (FramePublisher publisher = new FramePublisher(() -> Clients.producer(config), config.topics().frames(),
                    codecs.frames()::encode)) {
                ingest(drops, new FrameMaker(config.images()), carriage, publisher).run(stop::requested);
            }
            exitCode = 0;
        } finally {
            stop.finished(exitCode);
        }
        return exitCode;
    }

    private DropFolder drops() {
        if (!(settle >= 0 && settle <= Duration.ofDays(1).toSeconds())) {
            throw CommandFailure.misused("--settle " + settle + ": write seconds, from 0 to a day");
        }
        try {
            Path path = folder.toAbsolutePath().normalize();
            return new DropFolder(camera.origin(station), path,
                    besides(path, done, "done"),
                    besides(path, failed, "failed"), Duration.ofMillis((long) (settle * 1_000)),
                    pattern == null ? null : NamePattern.of(pattern, zone), sideCars);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misused(String.valueOf(e.getMessage()));
        }
    }

    private static Path besides(Path folder, @Nullable Path given, String name) {
        return given == null ? folder.resolve(name) : given.toAbsolutePath().normalize();
    }

    private FolderIngest ingest(DropFolder drops, FrameMaker maker, Carriage carriage, FramePublisher publisher) {
        try {
            FolderIngest ingest = new FolderIngest(drops, maker, carriage, publisher, progress(),
                    InstantSource.system());
            spec.commandLine().getOut().println("images are taken from " + drops.path());
            return ingest;
        } catch (IOException e) {
            throw CommandFailure.failed("cannot start: " + e.getMessage());
        }
    }

    private FolderIngest.Progress progress() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        boolean verbose = Andon.verbose(spec);
        return new FolderIngest.Progress() {
            @Override
            public void published(Path file, Frame frame, Position position) {
                if (verbose) {
                    out.println(position + "  " + file);
                }
            }

            @Override
            public void failed(Path file, String reason) {
                err.println("put aside " + file + ": " + reason);
            }

            @Override
            public void delayed(String detail) {
                err.println(detail);
            }
        };
    }
}

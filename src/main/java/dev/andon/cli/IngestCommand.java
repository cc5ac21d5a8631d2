package dev.andon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.ingest.FileFrames;
import dev.andon.ingest.FileIngest;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.FramePublisher;
import dev.andon.ingest.ImageFiles;
import dev.andon.ingest.Origin;
import dev.andon.ingest.Pace;
import dev.andon.topology.provisioning.TopicSchemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code andon ingest}. */
@Command(name = "ingest", description = "Brings images to the topic frames.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "files|folder|video|rtsp|http", subcommands = {
    IngestCommand.Files.class, IngestFolderCommand.class, IngestVideoCommand.class, IngestRtspCommand.class,
    IngestHttpCommand.class})
final class IngestCommand extends Group {

    /** Images of a directory. */
    @Command(name = "files", mixinStandardHelpOptions = true, description = {
        "Publishes image files as frames of a camera, in the order of their paths. Files that cannot be decoded are"
                + " reported and skipped, and the exit code is 1. --verbose says where each"
                + " frame stands. Metadata (EXIF and the like) is not published."})
    static final class Files implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ConfigOptions options;

        @Parameters(paramLabel = "DIR|GLOB", description = "A directory (images below it), a file, or a quoted glob such"
                + " as 'shots/**/*.jpg'.")
        private String place;

        @Mixin
        private CameraOptions camera;

        @Option(names = "--rate", paramLabel = "F", description = "Frames per second; as fast as possible without it.")
        private double rate = Double.POSITIVE_INFINITY;

        @Option(names = "--by-reference", description = "Let frames point to the files (which images.allowedRoots of the"
                + " application has to allow) in place of holding the images. The files are shown as they"
                + " are, metadata included.")
        private boolean byReference;

        @Override
        public Integer call() throws IOException, InterruptedException {
            AndonConfig config = options.load();
            checkRate();
            Origin origin = origin();
            List<Path> files = files();
            long limit = byReference ? Long.MAX_VALUE : FramesTopic.imageLimit(config);
            try (Codecs codecs = Wiring.codecs(config)) {
                Registry.require(config, codecs, TopicSchemas.frames(config.topics()));
                try (FramePublisher publisher = new FramePublisher(() -> Clients.producer(config),
                        config.topics().frames(),
                        codecs.frames()::encode)) {
                    FileFrames frames = new FileFrames(origin, byReference, new FrameMaker(config.images()));
                    return tell(new FileIngest(frames, publisher, new Pace(rate, InstantSource.system()), limit).run(
                            files, progress()));
                }
            }
        }

        private Origin origin() {
            Origin origin = camera.origin(null);
            if (byReference && !origin.masks().isEmpty()) {
                throw CommandFailure
                        .misused("--mask and --by-reference exclude each other: masks are burnt into images that"
                                + " are published, and a frame by reference points to the file as it is: leave one of them out");
            }
            return origin;
        }

        private void checkRate() {
            if (!(rate > 0)) {
                throw CommandFailure.misused("--rate " + rate + ": write a number above 0");
            }
        }

        private List<Path> files() throws IOException {
            List<Path> files = ImageFiles.find(place);
            if (files.isEmpty()) {
                throw CommandFailure.failed("no image in " + place + ": name a directory with .jpg, .png, .gif or .bmp"
                        + " files, or a glob in quotes");
            }
            return files;
        }

        private FileIngest.Progress progress() {
            PrintWriter out = spec.commandLine().getOut();
            boolean verbose = Andon.verbose(spec);
            PrintWriter err = spec.commandLine().getErr();
            return new FileIngest.Progress() {
                @Override
                public void published(Path file, dev.andon.core.frame.Position position) {
                    if (verbose) {
                        out.println(position + "  " + file);
                    }
                }

                @Override
                public void failed(Path file, String detail) {
                    err.println("skipped " + file + ": " + detail);
                }
            };
        }

        private int tell(FileIngest.Summary summary) {
            spec.commandLine().getOut().println(Listing.count(summary.published(), "frame") + " published, "
                    + Listing.count(summary.failed(), "file") + " skipped");
            return summary.failed() == 0 ? 0 : CommandFailure.FAILED;
        }
    }
}

package dev.andon.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;

import dev.andon.config.BufferConfig;
import dev.andon.config.SourceConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code andon ingest video}: pictures of a file. */
@Command(name = "video", mixinStandardHelpOptions = true, description = {
    "Publishes the pictures of a video file as frames of a camera, with the distances in time that they have in the file."
            + " Needs ffmpeg 5.1 or newer. The same file with the same --start gives the same frames: those that are there"
            + " already are recognised."})
final class IngestVideoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Parameters(paramLabel = "FILE", description = "Whatever ffmpeg reads.")
    private Path file = Path.of("");

    @Mixin
    private CameraOptions camera;

    @Mixin
    private VideoOptions video;

    @Option(names = "--speed", paramLabel = "S", description = "Times as fast as it was recorded, such as 1; as fast as"
            + " possible without it.")
    private double speed = Double.POSITIVE_INFINITY;

    @Option(names = "--loop", description = "Begin anew at the end, until told to end (SIGTERM, Ctrl-C).")
    private boolean loop;

    @Option(names = "--start", paramLabel = "INSTANT", description = "When the first picture was taken, such as"
            + " 2026-01-31T12:34:56Z (default: now).")
    private @Nullable Instant start;

    @Override
    public Integer call() throws InterruptedException {
        if (!(speed > 0)) {
            throw CommandFailure.misused("--speed " + speed + ": write a number above 0");
        }
        SourceConfig source = new SourceConfig.Video(file, speed, loop, start);
        return new OneCamera(options.load(), spec).run(camera.config(source, video.pictures(),
                BufferConfig.USUAL.with(BufferConfig.WhenFull.WAIT)));
    }
}

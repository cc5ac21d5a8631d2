package dev.andon.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import dev.andon.config.BufferConfig;
import dev.andon.config.Masking;
import dev.andon.config.SourceConfig;
import dev.andon.config.SourceConfig.Transport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code andon ingest rtsp}: pictures of a camera on the network. */
@Command(name = "rtsp", mixinStandardHelpOptions = true, description = {
    "Publishes the pictures of one camera until it is told to end (SIGTERM, Ctrl-C); where the camera goes away, it is tried"
            + " again and again. Needs ffmpeg 5.1 or newer. Many cameras are the business of 'andon run --roles ingest'."})
final class IngestRtspCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Parameters(paramLabel = "URL", description = "rtsp://HOST[:PORT]/PATH (or rtsps, http, https), without user and"
            + " password.")
    private String url = "";

    @Mixin
    private CameraOptions camera;

    @Mixin
    private VideoOptions video;

    @Option(names = "--login-file", paramLabel = "FILE", description = "Holds user:password for the camera, and nothing"
            + " else.")
    private @Nullable Path loginFile;

    @Option(names = "--transport", paramLabel = "T", defaultValue = "TCP", description = "Of RTSP:"
            + " ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Transport transport = Transport.TCP;

    @Option(names = "--silence", paramLabel = "SECONDS", defaultValue = "10", description = "After so long without a picture"
            + " the camera is connected anew (default: ${DEFAULT-VALUE}).")
    private int silence;

    @Override
    public Integer call() throws InterruptedException {
        if (silence < 1 || silence > 3_600) {
            throw CommandFailure.misused("--silence " + silence + ": write seconds, from 1 to 3600");
        }
        URI address = SourceConfig.Stream.address(url)
                .orElseThrow(() -> CommandFailure.misused("'" + Masking.shown("url", url)
                        + "': write " + SourceConfig.Stream.EXPECTED));
        SourceConfig source = new SourceConfig.Stream(address, loginFile, transport, Duration.ofSeconds(silence));
        return new OneCamera(options.load(), spec).run(camera.config(source, video.pictures(), BufferConfig.USUAL));
    }
}

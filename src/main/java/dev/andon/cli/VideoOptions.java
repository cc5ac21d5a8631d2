package dev.andon.cli;

import java.util.List;

import dev.andon.config.PicturesConfig;
import dev.andon.core.frame.Area;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that takes pictures out of video. */
final class VideoOptions {

    @Option(names = "--rate", paramLabel = "F", description = "Pictures per second at most; all of them without it.")
    private double rate = Double.POSITIVE_INFINITY;

    @Option(names = "--region", paramLabel = "X,Y,W,H", description = "What is left of"
            + " the picture, in pixels from its upper left corner.")
    private @Nullable String region;

    @Option(names = "--width", paramLabel = "PIXELS", description = "Of the result; its height is in proportion.")
    private @Nullable Integer width;

    @Option(names = "--quality", paramLabel = "Q", defaultValue = "90", description = "Of the JPEGs, 1 to 100 (default:"
            + " ${DEFAULT-VALUE}).")
    private int quality;

    @Option(names = "--key-frames-only", description = "Do not even decode the pictures between key frames: the cheapest way"
            + " to few pictures a second.")
    private boolean keyFramesOnly;

    @Option(names = "--hardware", paramLabel = "NAME", description = "Decoder, as ffmpeg calls it: vaapi, cuda, qsv.")
    private @Nullable String hardware;

    /** What is asked for; ends the command where that cannot be. */
    PicturesConfig pictures() {
        if (!(rate > 0)) {
            throw CommandFailure.misused("--rate " + rate + ": write a number above 0");
        }
        if (quality < 1 || quality > 100) {
            throw CommandFailure.misused("--quality " + quality + ": write a whole number from 1 to 100");
        }
        if (width != null && (width < 16 || width > 16_384)) {
            throw CommandFailure.misused("--width " + width + ": write pixels, from 16 to 16384");
        }
        return new PicturesConfig(rate, List.of(), area(), width, quality, keyFramesOnly, hardware);
    }

    private @Nullable Area area() {
        try {
            return region == null ? null : Area.of(region);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misused("--region: " + e.getMessage());
        }
    }
}

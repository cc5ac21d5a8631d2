package dev.andon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.andon.config.BufferConfig;
import dev.andon.config.CameraConfig;
import dev.andon.config.PicturesConfig;
import dev.andon.config.SourceConfig;
import dev.andon.core.frame.Area;
import dev.andon.core.frame.LineId;
import dev.andon.ingest.Origin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that brings the images of one camera. */
final class CameraOptions {

    @Option(names = "--line", required = true, paramLabel = "LINE", description = "Production line.")
    private String line = "";

    @Option(names = "--camera", required = true, paramLabel = "CAMERA", description = "Camera id.")
    private String camera = "";

    @Option(names = "--part", paramLabel = "PART", description = "Part number, unless an image says otherwise.")
    private @Nullable String part;

    @Option(names = "--mask", paramLabel = "X,Y,W,H", description = "A rectangle of the upright image, in pixels, that"
            + " nobody may see: it is burnt in black before the image leaves this process. Files stay as they are. May be"
            + " repeated.")
    private List<String> masks = new ArrayList<>();

    /** The camera as the file of cameras would say it; ends the command where the line or a mask can be none. */
    CameraConfig config(SourceConfig source, PicturesConfig pictures, BufferConfig buffer) {
        Origin origin = origin(null);
        return new CameraConfig(origin.cameraId(), origin.line(), null, origin.partNumber(), source,
                pictures.with(origin.masks()), null, buffer, null, false);
    }

    /** The camera; ends the command where the line or a mask can be none. */
    Origin origin(@Nullable String station) {
        return new Origin(valid("--line", () -> new LineId(line)), camera, station, part,
                valid("--mask", () -> masks.stream().map(Area::of).toList()));
    }

    private static <T> T valid(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misused(option + ": " + e.getMessage());
        }
    }
}

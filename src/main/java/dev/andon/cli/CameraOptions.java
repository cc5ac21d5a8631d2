package dev.andon.cli;

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

    /** The camera; ends the command where the line can be none. */
    Origin origin(@Nullable String station) {
        try {
            return new Origin(new LineId(line), camera, station, part);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misused("--line: " + e.getMessage());
        }
    }
}

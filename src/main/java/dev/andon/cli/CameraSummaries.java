package dev.andon.cli;

import java.util.Locale;

import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.CameraStatus;

/** One line about an event of a camera. */
final class CameraSummaries {

    private CameraSummaries() {}

    static String of(CameraEvent event) {
        CameraStatus.Counts counts = event.status().counts();
        return event.kind() + "  camera " + Printable.of(event.cameraId()) + "  " + event.state() + " since "
                + event.since()
                + String.format(Locale.ROOT, "  %.1f frames/s", event.status().framesPerSecond())
                + "  published " + counts.published() + "  dropped " + counts.dropped() + "  unfit " + counts.unfit()
                + (event.detail().isEmpty() ? "" : "  " + Printable.of(event.detail()));
    }
}

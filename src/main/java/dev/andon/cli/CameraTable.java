package dev.andon.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.CameraStatus;
import org.jspecify.annotations.Nullable;

/** Cameras for people, a line each. Pure functions. */
final class CameraTable {

    private static final int LONGEST_DETAIL = 160;

    private CameraTable() {}

    /** @param events the newest of each camera */
    static Listing of(List<CameraEvent> events, Instant now) {
        Listing table = new Listing().row("CAMERA", "LINE", "STATE", "FOR", "FPS", "LAST FRAME", "PUBLISHED", "DROPPED",
                "UNFIT", "RESTARTS", "WAITING", "SHARPNESS", "EXPOSURE", "NOISE", "DETAIL");
        events.forEach(event -> row(table, new CameraView(event, now)));
        return table;
    }

    private static void row(Listing table, CameraView camera) {
        CameraEvent event = camera.event();
        CameraStatus status = event.status();
        CameraStatus.Counts counts = status.counts();
        table.row(Printable.of(event.cameraId()), Printable.of(event.line().value()), camera.state(),
                age(camera.since(), camera.now()), camera.isSilent() ? "-" : number("%.1f", status.framesPerSecond()),
                age(status.lastCapturedAt(), camera.now()), counts.published(), counts.dropped(), counts.unfit(),
                counts.restarts(), waiting(status.waiting()), number("%.1f", status.quality().sharpness()),
                number("%.2f", status.quality().exposure()), number("%.1f", status.quality().noise()),
                Printable.shortened(camera.detail(), LONGEST_DETAIL));
    }

    private static String waiting(CameraStatus.Waiting waiting) {
        StringJoiner text = new StringJoiner(", ").setEmptyValue("-");
        if (waiting.bytes() > 0) {
            text.add(Amounts.bytes(waiting.bytes()));
        }
        if (waiting.spooledBytes() > 0) {
            text.add(Amounts.bytes(waiting.spooledBytes()) + " on disk");
        }
        if (waiting.oldest() != null) {
            text.add("for " + Amounts.time(waiting.oldest()));
        }
        return text.toString();
    }

    private static String age(@Nullable Instant since, Instant now) {
        return since == null ? "-" : Amounts.time(Duration.between(since, now));
    }

    private static String number(String format, @Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }
}

package dev.andon.cli;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.CameraStatus;
import org.jspecify.annotations.Nullable;

/** Cameras for programs, an object each. Pure functions. */
final class CameraJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CameraJson() {}

    /** One line. State and since are those of the table; what the camera itself said last is besides. */
    static String of(CameraEvent event, Instant now) {
        CameraView camera = new CameraView(event, now);
        ObjectNode json = JSON.createObjectNode().put("camera", event.cameraId()).put("line", event.line().value())
                .put("station", event.stationId()).put("state", camera.state()).put("since", camera.since().toString())
                .put("lastState", event.state().name()).put("heardAt", event.at().toString());
        event.causes().forEach(json.putArray("causes")::add);
        json.put("detail", camera.detail());
        status(json, event.status());
        return json.toString();
    }

    private static void status(ObjectNode json, CameraStatus status) {
        CameraStatus.Counts counts = status.counts();
        CameraStatus.Quality quality = status.quality();
        json.put("framesPerSecond", status.framesPerSecond()).put("lastCapturedAt", text(status.lastCapturedAt()))
                .put("countedSince", counts.since().toString()).put("taken", counts.taken())
                .put("repeated", counts.repeated()).put("unfit", counts.unfit()).put("published", counts.published())
                .put("dropped", counts.dropped()).put("restarts", counts.restarts())
                .put("waitingBytes", status.waiting().bytes()).put("spooledBytes", status.waiting().spooledBytes())
                .put("oldestWaitingMillis", millis(status.waiting().oldest())).put("sharpness", quality.sharpness())
                .put("exposure", quality.exposure()).put("noise", quality.noise());
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static @Nullable Long millis(@Nullable Duration time) {
        return time == null ? null : time.toMillis();
    }
}

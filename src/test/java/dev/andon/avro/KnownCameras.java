package dev.andon.avro;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.CameraState;
import dev.andon.core.camera.CameraStatus;
import dev.andon.core.camera.EventKind;
import dev.andon.core.frame.LineId;

/** What the fixtures of camera events mean. Only ever added to, as {@link KnownRecords}. */
final class KnownCameras {

    private static final Instant AT = Instant.parse("2026-03-04T05:06:07.089Z");
    private static final LineId LINE = new LineId("bracket-1");
    private static final CameraStatus.Counts NOTHING_YET = new CameraStatus.Counts(AT.minusSeconds(7), 0, 0, 0, 0, 0,
            0);

    static final List<CameraEvent> EVENTS = List.of(
            new CameraEvent("cam-1", LINE, "station 2", AT, EventKind.STATE, CameraState.DEGRADED, AT.minusSeconds(3),
                    List.of("black", "dropping"), "曇っている", new CameraStatus(1.5, AT.minusMillis(400),
                            new CameraStatus.Counts(AT.minusSeconds(3_600), 7_200, 10, 3, 7_100, 80, 2),
                            new CameraStatus.Waiting(400_000, 9_000_000_000L, Duration.ofMillis(61_007)),
                            new CameraStatus.Quality(123.5, 0.0125, 1.75))),
            new CameraEvent("cam-2", LINE, null, AT, new EventKind("OF_A_LATER_VERSION"), CameraState.STARTING, AT,
                    List.of(), "", new CameraStatus(0, null, NOTHING_YET, new CameraStatus.Waiting(0, 0, null),
                            CameraStatus.Quality.NONE)));

    private KnownCameras() {}
}

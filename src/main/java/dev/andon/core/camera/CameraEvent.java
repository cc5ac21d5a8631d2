package dev.andon.core.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.andon.core.frame.LineId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a camera, and how it is doing. Every event holds the whole state, so that the newest one of a
 * camera is all that is needed to know it.
 *
 * @param stationId where on the line it stands; null where nobody said so
 * @param at        by the clock of the process that watches it
 * @param since     when the state began
 * @param causes    what is behind the state, for programs: labels such as {@code black} while it is degraded, the kind of
 *                  failure while it is offline. Later versions have others
 * @param detail    for people, at most 4,000 characters; may be empty
 */
public record CameraEvent(
        String cameraId,
        LineId line,
        @Nullable String stationId,
        Instant at,
        EventKind kind,
        CameraState state,
        Instant since,
        List<String> causes,
        String detail,
        CameraStatus status) {

    /** How often a camera is heard of, whatever happens. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);

    public CameraEvent {
        causes = List.copyOf(causes);
    }
}

package dev.andon.ingest.trigger;

import java.time.Instant;
import java.util.Objects;

import dev.andon.core.frame.FrameId;
import dev.andon.ingest.DigestId;
import dev.andon.ingest.Particulars;
import org.jspecify.annotations.Nullable;

/**
 * Word from the line that something stands before a camera.
 *
 * @param id          that whoever sends it gives it, unique for the camera; null where it has none
 * @param particulars of what stands there, without a time: that of the frame comes from its picture
 * @param at          when it stands there, by the clock of whoever says so
 * @param receivedAt  when we heard of it, by our clock
 */
public record Trigger(@Nullable String id, String cameraId, Particulars particulars, Instant at, Instant receivedAt) {

    private static final String PREFIX = "trigger";

    /**
     * The name of the frame that comes of it: the same for a trigger that is sent again, which has the same id, or the
     * same unit and time where it has none.
     */
    public FrameId frameId() {
        return id == null
                ? DigestId.of(PREFIX, cameraId, Objects.requireNonNullElse(particulars.unitId(), ""), at.toString())
                : DigestId.of(PREFIX, cameraId, id);
    }

    /** Whether both are known to speak of one unit. */
    boolean isOfSameUnitAs(Trigger other) {
        return particulars.unitId() != null && particulars.unitId().equals(other.particulars.unitId());
    }
}

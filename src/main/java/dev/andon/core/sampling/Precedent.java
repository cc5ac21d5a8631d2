package dev.andon.core.sampling;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.Tiles;
import org.jspecify.annotations.Nullable;

/**
 * The last frame of a camera that the model was asked about, whose samples may be those of a later frame of the same scene.
 *
 * @param offset     of its record
 * @param recipeHash of the recipe that the samples answer
 * @param scene      what it shows
 * @param samples    by index; none where they must not be used again
 */
public record Precedent(
        FrameId frame,
        long offset,
        String cameraId,
        Instant capturedAt,
        @Nullable String unitId,
        @Nullable String partNumber,
        String recipeHash,
        Tiles scene,
        List<Sample> samples) {

    public Precedent {
        samples = List.copyOf(samples);
    }

    /** What a frame leaves behind. */
    public static Precedent of(Frame frame, long offset, String recipeHash, Tiles scene, List<Sample> samples) {
        return new Precedent(frame.id(), offset, frame.cameraId(), frame.capturedAt(), frame.unitId(),
                frame.partNumber(), recipeHash, scene, samples);
    }

    /** Whether another frame is of the same unit and type of part; that both do not say counts as the same. */
    boolean isOfUnitOf(Frame other) {
        return !frame.equals(other.id()) && Objects.equals(unitId, other.unitId())
                && Objects.equals(partNumber, other.partNumber());
    }
}

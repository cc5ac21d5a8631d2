package dev.andon.core.sampling;

import java.time.Duration;
import java.util.OptionalDouble;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Tiles;

/**
 * When a frame shows the same scene as the last one that the model was asked about, so that the samples of that one do for
 * both. Pure; any thread.
 *
 * @param maxDifference of the two scenes, inclusive, 0 to 1
 * @param maxAge        of the earlier frame, inclusive, by when the two were captured
 */
public record StillScene(double maxDifference, Duration maxAge) {

    /**
     * How much a frame differs from its precedent, of the same camera.
     *
     * @param scene      what the frame shows
     * @param recipeHash of its recipe
     * @return empty where the precedent is not one for it: of another unit, type of part or recipe, too old, captured
     *         later, or of another scene
     */
    public OptionalDouble difference(Precedent last, Frame frame, Tiles scene, String recipeHash) {
        Duration age = Duration.between(last.capturedAt(), frame.capturedAt());
        if (age.isNegative() || age.compareTo(maxAge) > 0 || !last.isOfUnitOf(frame)
                || !last.recipeHash().equals(recipeHash)) {
            return OptionalDouble.empty();
        }
        double difference = last.scene().difference(scene);
        return difference <= maxDifference ? OptionalDouble.of(difference) : OptionalDouble.empty();
    }
}

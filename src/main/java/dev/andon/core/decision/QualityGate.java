package dev.andon.core.decision;

import java.util.Optional;

import dev.andon.core.frame.ImageQuality;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of rule 3, all inclusive. See {@link ImageQuality} for the units.
 *
 * @param minSharpness at least 0
 * @param minExposure  0 to 1
 * @param maxExposure  {@code minExposure} to 1
 * @param maxNoise     at least 0; null for any noise
 */
public record QualityGate(double minSharpness, double minExposure, double maxExposure, @Nullable Double maxNoise) {

    /**
     * Why an image does not pass, as one sentence for people; empty where it does. Written so that a value that is no number
     * does not pass.
     */
    public Optional<String> objection(ImageQuality quality) {
        if (!(quality.sharpness() >= minSharpness)) {
            return below("sharpness", quality.sharpness(), minSharpness);
        }
        if (!(quality.exposure() >= minExposure)) {
            return below("exposure", quality.exposure(), minExposure);
        }
        if (!(quality.exposure() <= maxExposure)) {
            return above("exposure", quality.exposure(), maxExposure);
        }
        if (maxNoise != null && !(quality.noise() <= maxNoise)) {
            return above("noise", quality.noise(), maxNoise);
        }
        return Optional.empty();
    }

    private static Optional<String> below(String what, double value, double bound) {
        return Optional.of(what + " " + Figures.below(value) + " is below the recipe's " + Figures.bound(bound));
    }

    private static Optional<String> above(String what, double value, double bound) {
        return Optional.of(what + " " + Figures.above(value) + " is above the recipe's " + Figures.bound(bound));
    }
}

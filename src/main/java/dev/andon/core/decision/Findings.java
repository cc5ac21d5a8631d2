package dev.andon.core.decision;

import dev.andon.core.frame.ImageQuality;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.uncertainty.Scores;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a frame when it is decided. A null says that the inspection did not get that far, or that the thing
 * does not exist.
 *
 * @param problem   why the frame itself cannot be inspected (rule 1)
 * @param recipe    the recipe for it (rule 2)
 * @param quality   of its image, where the recipe sets a gate (rule 3)
 * @param sampling  what the calls brought (rules 4 to 6)
 * @param scores    computed from at least {@code minSamples} samples (rules 6 and 8)
 * @param threshold of the line and recipe (rules 7 and 8)
 * @param lot       0 (inclusive) to 1 (exclusive)
 */
public record Findings(
        @Nullable Problem problem,
        @Nullable Recipe recipe,
        @Nullable ImageQuality quality,
        @Nullable SamplingOutcome sampling,
        @Nullable Scores scores,
        @Nullable Threshold threshold,
        double lot) {

    /**
     * Why a frame cannot be inspected.
     *
     * @param reason one of those of rule 1
     * @param detail what happened, where, with which value
     */
    public record Problem(Reason reason, String detail) {}
}

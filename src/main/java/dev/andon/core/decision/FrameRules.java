package dev.andon.core.decision;

import java.util.Optional;

import dev.andon.core.decision.Rule.Hold;
import dev.andon.core.frame.ImageQuality;

/** Rules 1 to 3: what is known of a frame before a model is asked. */
final class FrameRules {

    private FrameRules() {}

    /** Rule 1: the frame cannot be read, decoded, verified or placed. */
    static Optional<Hold> unreadable(Findings findings) {
        Findings.Problem problem = findings.problem();
        return problem == null ? Optional.empty() : Optional.of(new Hold(problem.reason(), problem.detail()));
    }

    /** Rule 2: there is no policy, or no recipe of it matches camera and part number. */
    static Optional<Hold> withoutRecipe(Findings findings) {
        return Hold.when(findings.recipe() == null, Reason.NO_POLICY,
                () -> "the line has no policy, or no recipe of it matches the frame's camera and part number");
    }

    /** Rule 3: the image is below the recipe's gate, where it sets one. An image that was not measured is. */
    static Optional<Hold> poorImage(Findings findings) {
        QualityGate gate = findings.recipe() == null ? null : findings.recipe().gate();
        if (gate == null) {
            return Optional.empty();
        }
        ImageQuality quality = findings.quality();
        if (quality == null) {
            return poor("the recipe sets a gate, but the sharpness, exposure and noise of the image are unknown");
        }
        return gate.objection(quality).flatMap(FrameRules::poor);
    }

    private static Optional<Hold> poor(String detail) {
        return Optional.of(new Hold(Reason.POOR_IMAGE, detail));
    }
}

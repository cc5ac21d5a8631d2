package dev.andon.core.calibration;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a result after all verdicts so far.
 *
 * @param certifying by what was seen on the image or the part, or by what came to light downstream against it; null where
 *                   the only verdicts came from downstream and say that it was right
 * @param best       by all verdicts
 */
public record Judgement(@Nullable Outcome certifying, Outcome best) {

    /** One that counts for everything. */
    public static Judgement of(Outcome outcome) {
        return new Judgement(outcome, outcome);
    }
}

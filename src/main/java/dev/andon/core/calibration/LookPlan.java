package dev.andon.core.calibration;

import java.util.List;

import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdRule;
import org.jspecify.annotations.Nullable;

/**
 * The looks of a window, and the share of delta that each has. A look that could certify nothing even if no frame were
 * wrong is left out and takes no share: with alpha 1 % and delta 5 % that is one at 250 frames.
 *
 * @param promise null where the rule makes none, and there are no looks
 * @param looks   numbers of labelled frames, growing
 * @param delta   of each look
 */
record LookPlan(@Nullable Promise promise, List<Integer> looks, double delta) {

    /** The plan of a rule. */
    static LookPlan of(ThresholdRule rule) {
        return rule instanceof ThresholdRule.Risk risk ? of(risk.promise()) : new LookPlan(null, List.of(), 0);
    }

    private static LookPlan of(Promise promise) {
        List<Integer> looks = promise.looks();
        while (!looks.isEmpty()
                && looks.getFirst() < needed(strictest(promise), promise.delta() / looks.size())) {
            looks = looks.subList(1, looks.size());
        }
        return new LookPlan(promise, looks, looks.isEmpty() ? 0 : promise.delta() / looks.size());
    }

    /** Frames that the next look waits for; null where none is to come. */
    @Nullable
    Integer next(int made) {
        return made < looks.size() ? looks.get(made) : null;
    }

    /** The smaller one of the shares that are promised. */
    static double strictest(Promise promise) {
        Double escapes = promise.escapeAlpha();
        return escapes == null ? promise.alpha() : Math.min(promise.alpha(), escapes);
    }

    /** Accepted frames that certify alpha where none of them is wrong. */
    static double needed(double alpha, double delta) {
        return StrictMath.log(delta) / StrictMath.log1p(-alpha);
    }
}

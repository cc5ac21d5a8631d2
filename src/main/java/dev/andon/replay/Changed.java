package dev.andon.replay;

import java.util.Comparator;

import dev.andon.core.decision.Hindsight.View;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Route;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/**
 * A frame that would have gone another way, or with another result.
 *
 * @param before  its record
 * @param renewed its record by another model or prompt; null where it was decided anew from the samples of {@code before}
 * @param truth   what a person said of it; null for nothing
 */
public record Changed(Inspection before, View.Seen after, @Nullable Inspection renewed, @Nullable Result truth) {

    /** The worst first: what is accepted and wrong, then what is accepted and unknown, by how uncertain it is. */
    static final Comparator<Changed> WORST = Comparator.comparingInt(Changed::rank)
            .thenComparing(Comparator.comparingDouble(Changed::uncertainty).reversed())
            .thenComparing(change -> change.before.line().value())
            .thenComparing(change -> change.before.id());

    /** Whether it is one. */
    static boolean is(Inspection before, View.Seen after) {
        return before.decision().route() != after.then().route()
                || (after.then().route() == Route.ACCEPTED && before.decision().result() != after.then().result());
    }

    private int rank() {
        boolean known = truth == Result.OK || truth == Result.NOT_OK;
        if (after.then().route() == Route.HUMAN_REVIEW) {
            return before.decision().result() == truth ? 2 : 3;
        }
        if (!known) {
            return 1;
        }
        return after.then().result() == truth ? 4 : 0;
    }

    private double uncertainty() {
        Double score = after.uncertainty();
        return score == null ? 0 : score;
    }
}

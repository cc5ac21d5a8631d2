package dev.andon.core.calibration;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An inspection as learning sees it.
 *
 * @param inspectionId of the inspection
 * @param recipeHash   of the recipe that it was decided by
 * @param decided      when the route was known
 * @param uncertainty  0 to 1; null where the frame did not come as far as the threshold, or has none
 * @param held         whether it went to a person instead of a machine
 * @param lot          0 (inclusive) to 1 (exclusive)
 * @param auditShare   of the recipe at that time, 0 to 1
 * @param calls        samples that were asked for
 * @param group        of frames that count once: a unit, or a camera and a stretch of time; null where the frame counts
 *                     for itself
 */
public record Seen(
        String inspectionId,
        String recipeHash,
        Instant decided,
        @Nullable Double uncertainty,
        boolean held,
        double lot,
        double auditShare,
        int calls,
        @Nullable String group) {

    /** Whether it has a score that can be compared with a threshold. One that is no number is none. */
    boolean scorable() {
        return uncertainty != null && uncertainty >= 0 && uncertainty <= 1;
    }

    /** The strictest threshold that accepts it; for a scorable one. */
    int index() {
        return Grid.above(Objects.requireNonNull(uncertainty, "not scorable"));
    }

    /** Whether somebody judges it whatever its route. */
    boolean lotWins() {
        return lot < auditShare;
    }

    /** By what it is known among the evidence: one frame for each group. */
    String key() {
        return group == null ? inspectionId : group;
    }
}

package dev.andon.topology.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.andon.core.calibration.Seen;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.Position;
import dev.andon.core.review.Inspected;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/** What of an inspection matters to those who judge and to what is learnt. Pure functions. */
final class Facts {

    private Facts() {}

    /** What is remembered of an inspection. */
    static Inspected inspected(Inspection from, Position record) {
        Inspection.Subject frame = from.frame();
        Inspection.Applied applied = from.applied();
        Answer answer = from.decision().answer();
        return new Inspected(from.id(), record,
                new Inspected.Subject(from.line(), frame.frameId(), frame.cameraId(), frame.unitId(),
                        frame.workOrder(), frame.partNumber()),
                from.lineSequence(), from.decision().route(), from.decision().reason(), from.purpose(),
                from.decision().result(), answer == null ? null : answer.value(), from.decision().scorable(),
                from.uncertainty(), from.asking().asked(), from.lot(),
                applied == null
                        ? null
                        : new Inspected.AppliedRecipe(applied.policyVersion(), applied.recipeId(),
                                applied.recipeRevision(), applied.recipeHash(), applied.auditShare(),
                                applied.threshold() == null ? null : applied.threshold().version()),
                from.times().captured(), from.times().decided(), from.simulated());
    }

    /** The inspection as learning sees it. */
    static Seen seen(Inspected from, Inspected.AppliedRecipe recipe, @Nullable Learning learning) {
        Double uncertainty = from.scorable() ? from.uncertainty() : null;
        return new Seen(from.inspectionId(), recipe.hash(), from.decided(), uncertainty,
                from.route() == Route.HUMAN_REVIEW, from.lot(), recipe.auditShare(), from.calls(),
                group(from, learning));
    }

    /** The result that the model gives, whether it was published or held; empty where it gives none. */
    static Optional<Result> said(Inspected from, Recipe recipe) {
        return Optional.ofNullable(from.answer()).map(answer -> recipe.labels().resultOf(new Answer(answer)))
                .filter(result -> result == Result.OK || result == Result.NOT_OK);
    }

    /**
     * Frames that show the same count once: those of one camera within the same stretch of the recipe's correlation time,
     * or, where it has none, those of one unit.
     */
    private static @Nullable String group(Inspected from, @Nullable Learning learning) {
        Instant captured = from.captured();
        Duration correlation = learning == null ? Duration.ZERO : learning.correlationTime();
        if (correlation.isPositive() && captured != null) {
            return "camera " + from.subject().camera() + " " + Math.floorDiv(captured.toEpochMilli(),
                    Math.max(1, correlation.toMillis()));
        }
        return from.subject().unit() == null ? null : "unit " + from.subject().unit();
    }
}

package dev.andon.bench.history;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import dev.andon.core.decision.Decision;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Inspection.Applied;
import dev.andon.core.decision.Inspection.Subject;
import dev.andon.core.decision.Route;
import dev.andon.core.decision.Threshold;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Inspected;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Result;

/**
 * A frame that was decided.
 *
 * @param truth what a person says of it who is asked
 */
record PastFrame(Inspection inspection, Result truth) {

    private static final Duration WAITED = Duration.ofMinutes(7);

    boolean isHeld() {
        return inspection.decision().route() == Route.HUMAN_REVIEW;
    }

    /** Whether a person is asked: about those that are held, and accepted ones whose lot won. */
    boolean isJudged() {
        return isHeld() || inspection.decision().auditCopy();
    }

    /** With what a person said of it. */
    Reviewed reviewed() {
        Verdict verdict = new Verdict("v-" + inspection.id(), inspection.id(), inspection.line(), truth, null,
                Basis.IMAGE, "R. Viewer", inspection.times().decided().plus(WAITED), null, null, null);
        boolean overruled = !isHeld() && inspection.decision().result() != truth;
        return new Reviewed("r-" + inspection.id(), null, inspected(), List.of(verdict), truth, overruled);
    }

    private Inspected inspected() {
        Subject frame = inspection.frame();
        Applied applied = Objects.requireNonNull(inspection.applied());
        Threshold threshold = Objects.requireNonNull(applied.threshold());
        Decision decision = inspection.decision();
        Answer answer = decision.answer();
        return new Inspected(inspection.id(), inspection.image().position(),
                new Inspected.Subject(inspection.line(), frame.frameId(), frame.cameraId(), frame.unitId(),
                        frame.workOrder(), frame.partNumber()),
                inspection.lineSequence(), decision.route(), decision.reason(), inspection.purpose(), decision.result(),
                answer == null ? null : answer.value(), decision.scorable(), inspection.uncertainty(),
                inspection.asking().asked(), inspection.lot(),
                new Inspected.AppliedRecipe(applied.policyVersion(), applied.recipeId(), applied.recipeRevision(),
                        applied.recipeHash(), applied.auditShare(), threshold.version()),
                inspection.times().captured(), inspection.times().decided(), inspection.simulated());
    }
}

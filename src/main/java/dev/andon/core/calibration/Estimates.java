package dev.andon.core.calibration;

import dev.andon.core.calibration.LearnerState.Learnt;
import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.ThresholdRule;

import org.jspecify.annotations.Nullable;

/** Thresholds that promise nothing: by scores or by costs, each when its time has come, and else the present one. */
final class Estimates {

    private Estimates() {}

    /** When a block of scores is full. */
    static @Nullable Learnt ofBlock(ThresholdRule rule, double auditShare, ScoreBook scores,
            @Nullable Learnt present) {
        return rule instanceof ThresholdRule.Budget(double reviewShare, String _, Learning _)
                ? BudgetQuantile.of(scores.recent(), scores.recentFrames(), reviewShare, auditShare,
                        InForce.cap(rule), present)
                : present;
    }

    /** When somebody has judged another frame. */
    static @Nullable Learnt ofVerdicts(ThresholdRule rule, double auditShare, Outcomes judged, ScoreBook scores,
            int frames, @Nullable Learnt present) {
        boolean due = present == null || present.windowEnded() != null
                || judged.total() - present.verdicts() >= CostMinimiser.EVERY;
        return due && judged.total() >= CostMinimiser.ENOUGH
                && rule instanceof ThresholdRule.Cost(Costs costs, Learning _)
                        ? CostMinimiser.of(judged, scores.all(), frames, costs, auditShare, InForce.cap(rule),
                                present)
                        : present;
    }

    /** When the rule is another one, by all scores and verdicts of the window. */
    static @Nullable Learnt ofWindow(ThresholdRule rule, double auditShare, Outcomes judged, ScoreBook scores,
            int frames, @Nullable Learnt present) {
        return switch (rule) {
            case ThresholdRule.Budget(double reviewShare, String _, Learning _) when scores.all()
                    .total() >= ScoreBook.BLOCK ->
                BudgetQuantile.of(scores.all(), frames, reviewShare, auditShare, InForce.cap(rule), null);
            case ThresholdRule.Cost(Costs costs, Learning _) when judged.total() >= CostMinimiser.ENOUGH ->
                CostMinimiser.of(judged, scores.all(), frames, costs, auditShare, InForce.cap(rule), null);
            default -> present;
        };
    }
}

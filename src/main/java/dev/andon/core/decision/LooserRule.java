package dev.andon.core.decision;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** What in a change of a threshold rule lets more frames be accepted. Pure functions. */
final class LooserRule {

    private LooserRule() {}

    /** @param old null where the recipe is new */
    static void compare(@Nullable ThresholdRule old, ThresholdRule next, Steps steps) {
        compareWaivers(old, next, steps);
        if (old == null) {
            return;
        }
        steps.stepIf(old.mode() != next.mode(), "threshold.mode changes from " + word(old) + " to " + word(next)
                + ": what it will accept cannot be compared");
        switch (next) {
            case ThresholdRule.Fixed fixed when old instanceof ThresholdRule.Fixed last -> steps
                    .rising("threshold.value", last.value(), fixed.value());
            case ThresholdRule.Budget budget when old instanceof ThresholdRule.Budget last -> steps
                    .falling("threshold.reviewShare", last.reviewShare(), budget.reviewShare());
            case ThresholdRule.Cost cost when old instanceof ThresholdRule.Cost last -> compare(last.costs(),
                    cost.costs(), steps);
            case ThresholdRule.Risk risk when old instanceof ThresholdRule.Risk last -> compare(last.promise(),
                    risk.promise(), steps);
            default -> {
            }
        }
        Learning before = old.learning();
        Learning now = next.learning();
        if (before != null && now != null) {
            compare(before, now, steps);
        }
    }

    private static void compareWaivers(@Nullable ThresholdRule old, ThresholdRule next, Steps steps) {
        String evidence = evidenceWaivedBy(next);
        steps.stepIf(evidence != null && (old == null || evidenceWaivedBy(old) == null),
                "evidence is waived, by " + evidence);
        String defects = next instanceof ThresholdRule.Risk risk ? risk.defectsWaivedBy() : null;
        steps.stepIf(defects != null && (old == null || looksForDefects(old)),
                "evidence that defects are found is waived, by " + defects);
    }

    private static @Nullable String evidenceWaivedBy(ThresholdRule rule) {
        return switch (rule) {
            case ThresholdRule.Fixed fixed -> fixed.waivedBy();
            case ThresholdRule.Budget budget -> budget.waivedBy();
            case ThresholdRule.Cost _,ThresholdRule.Risk _ -> null;
        };
    }

    /** Whether frames are accepted as OK only where something shows that the model finds defects. */
    private static boolean looksForDefects(ThresholdRule rule) {
        return rule instanceof ThresholdRule.Risk risk && risk.defectsWaivedBy() == null;
    }

    private static void compare(Costs old, Costs next, Steps steps) {
        steps.falling("threshold.escapeCost", old.escape(), next.escape());
        steps.falling("threshold.falseRejectCost", old.falseReject(), next.falseReject());
        steps.rising("threshold.reviewCost", old.review(), next.review());
    }

    /** More looks loosen nothing, wherever they are: they share delta. Fewer have more of it each. */
    private static void compare(Promise old, Promise next, Steps steps) {
        steps.rising("threshold.alpha", old.alpha(), next.alpha());
        steps.rising("threshold.delta", old.delta(), next.delta());
        if (old.escapeAlpha() != null && next.escapeAlpha() != null) {
            steps.rising("threshold.escapeAlpha", old.escapeAlpha(), next.escapeAlpha());
        }
        steps.stepIf(old.escapeAlpha() != null && next.escapeAlpha() == null, "threshold.escapeAlpha is taken away");
        steps.stepIf(next.looks().size() < old.looks().size(), "threshold.looks are fewer, "
                + next.looks().size() + " in place of " + old.looks().size() + ": each has a larger part of delta");
    }

    /** What nobody judged in time counts as wrong, so that more time is looser; less time is not. */
    private static void compare(Learning old, Learning next, Steps steps) {
        steps.rising("threshold.maxValue", old.maxValue(), next.maxValue());
        steps.rising("threshold.answerWithin", old.answerWithin(), next.answerWithin());
        steps.falling("threshold.correlationTime", old.correlationTime(), next.correlationTime());
        steps.rising("threshold.window", old.window(), next.window());
        steps.rising("threshold.graceWindow", old.graceWindow(), next.graceWindow());
    }

    private static String word(ThresholdRule rule) {
        return rule.mode().name().toLowerCase(Locale.ROOT);
    }
}

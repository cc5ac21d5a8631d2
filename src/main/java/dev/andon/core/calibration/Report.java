package dev.andon.core.calibration;

import dev.andon.core.calibration.LearnerState.Learnt;
import dev.andon.core.calibration.LearnerState.Window;
import dev.andon.core.calibration.Standing.Progress;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdRule;

import org.jspecify.annotations.Nullable;

/** How things stand, put together for people. */
final class Report {

    private Report() {}

    static Standing standing(InForce inForce, ThresholdRule rule, LookPlan plan, Window window,
            @Nullable Learnt learnt, Evidence evidence, ScoreBook scores, int verdicts) {
        Histogram all = scores.all();
        Progress progress = new Progress(window.start(), window.frames(), evidence.labelled(), evidence.pending(),
                plan.next(window.looks()), verdicts, share(all.upTo(inForce.index()), all.total()),
                share(window.held(), window.frames()), cost(rule, window, learnt), window.alarm(),
                learnt != null && InForce.tightened(learnt.promised()));
        return new Standing(inForce.value(), inForce.mode(),
                inForce.evidence() == null ? lack(rule, plan, progress, all.total()) : inForce.evidence(),
                inForce.validUntil(), progress);
    }

    /** Why there is no threshold. */
    private static String lack(ThresholdRule rule, LookPlan plan, Progress progress, int scores) {
        return switch (rule) {
            case ThresholdRule.Fixed _ -> throw new IllegalArgumentException("a fixed threshold is always there");
            case ThresholdRule.Budget _ -> "no threshold yet: it takes " + Words.count(ScoreBook.BLOCK)
                    + " scores in a row, and this window has " + Words.count(scores);
            case ThresholdRule.Cost _ -> "no threshold yet: it takes " + Words.count(CostMinimiser.ENOUGH)
                    + " verdicts, and this window has " + Words.count(progress.verdicts());
            case ThresholdRule.Risk risk -> lack(risk.promise(), plan, progress);
        };
    }

    private static String lack(Promise promise, LookPlan plan, Progress progress) {
        if (plan.looks().isEmpty()) {
            double alpha = LookPlan.strictest(promise);
            return "nothing will be certified: for " + Words.percent(alpha) + " a look needs "
                    + Words.count((int) Math.ceil(LookPlan.needed(alpha, promise.delta())))
                    + " labelled frames, and the promise plans looks at " + promise.looks();
        }
        Integer next = progress.nextLook();
        return next == null
                ? "nothing could be certified in the window from " + Words.date(progress.since())
                : "nothing is certified yet: the next look is at " + Words.count(next) + " labelled frames, and this "
                        + "window has " + Words.count(progress.labelled());
    }

    private static @Nullable Double cost(ThresholdRule rule, Window window, @Nullable Learnt learnt) {
        Double expected = learnt == null ? null : learnt.cost();
        return expected != null && window.frames() > 0 && rule instanceof ThresholdRule.Cost cost
                ? Double.valueOf(expected + cost.costs().call() * window.calls() / window.frames())
                : null;
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : Double.valueOf((double) part / whole);
    }
}

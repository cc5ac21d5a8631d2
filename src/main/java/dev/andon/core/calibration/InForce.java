package dev.andon.core.calibration;

import java.time.Instant;

import dev.andon.core.calibration.LearnerState.Learnt;
import dev.andon.core.calibration.LearnerState.Promised;
import dev.andon.core.calibration.LearnerState.Window;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import org.jspecify.annotations.Nullable;

/**
 * The threshold that a rule and what was learnt come to.
 *
 * @param index      on the grid, of the loosest threshold that is not above the value; {@link Grid#NONE} for none
 * @param value      null where there is none
 * @param evidence   in words; null where there is no threshold because nothing was learnt yet
 * @param validUntil null for never, and where there is none
 */
record InForce(int index, @Nullable Double value, ThresholdMode mode, @Nullable String evidence,
        @Nullable Instant validUntil) {

    static InForce of(ThresholdRule rule, Window window, @Nullable Learnt learnt) {
        if (rule instanceof ThresholdRule.Fixed(double value, String waivedBy)) {
            return new InForce(Grid.upTo(value), value, rule.mode(), "waived by " + waivedBy, null);
        }
        if (learnt == null) {
            return new InForce(Grid.NONE, null, rule.mode(), null, null);
        }
        Promised promised = learnt.promised();
        int index = Math.min(promised == null ? learnt.index() : promised.bound(), cap(rule));
        return new InForce(index, index == Grid.NONE ? null : Grid.value(index), rule.mode(), words(learnt),
                index == Grid.NONE ? null : until(learnt, window, learning(rule)));
    }

    /** Index of the loosest threshold that may come of a rule. */
    static int cap(ThresholdRule rule) {
        return Grid.upTo(learning(rule).maxValue());
    }

    /** How windows go; also where the threshold is given and only scores are watched. */
    static Learning learning(ThresholdRule rule) {
        Learning learning = rule.learning();
        return learning == null ? Learning.USUAL : learning;
    }

    /** Whether audits have made it stricter than it was certified. */
    static boolean tightened(@Nullable Promised promised) {
        return promised != null && promised.bound() < promised.certificate().index();
    }

    /** When it ends unless it is renewed. */
    static Instant until(Learnt learnt, Window window, Learning learning) {
        Instant ended = learnt.windowEnded();
        return (ended == null ? window.start().plus(learning.window()) : ended).plus(learning.graceWindow());
    }

    private static String words(Learnt learnt) {
        Promised promised = learnt.promised();
        return promised == null || !tightened(promised)
                ? learnt.evidence()
                : learnt.evidence() + "; tightened to " + Words.number(Grid.value(promised.bound()))
                        + " since audits find more errors than that";
    }
}

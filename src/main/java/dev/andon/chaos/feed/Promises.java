package dev.andon.chaos.feed;

import java.time.Duration;
import java.util.List;

import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdRule;

/**
 * Thresholds that are learnt within minutes, from few verdicts and for loose promises, and lost again as fast: so that they
 * come, change and go while everything is being broken. Pure functions.
 */
final class Promises {

    /** Of the frames of a line that learns: every second one is evidence. */
    static final double AUDIT_SHARE = 0.5;

    private static final double LOOSE = 0.6;
    private static final double STRICT = 0.5;

    private Promises() {}

    /** The rule to begin with. */
    static ThresholdRule.Risk first(String waivedBy) {
        return promising(LOOSE, 0.4, waivedBy);
    }

    /** Another rule, with other thresholds. */
    static ThresholdRule.Risk next(ThresholdRule.Risk last, String waivedBy) {
        return last.promise().alpha() == LOOSE ? promising(STRICT, 0.3, waivedBy) : first(waivedBy);
    }

    private static ThresholdRule.Risk promising(double alpha, double maxValue, String waivedBy) {
        return new ThresholdRule.Risk(new Promise(alpha, 0.3, null, List.of(20, 40, 80)), waivedBy,
                new Learning(maxValue, Duration.ofSeconds(15), Duration.ZERO, Duration.ofSeconds(120),
                        Duration.ofSeconds(30)));
    }
}

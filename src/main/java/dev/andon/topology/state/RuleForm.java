package dev.andon.topology.state;

import java.time.Duration;

import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.schema.state.Rule;
import org.jspecify.annotations.Nullable;

/** Threshold rules in state. Pure functions. */
final class RuleForm {

    private RuleForm() {}

    static Rule write(ThresholdRule rule) {
        Rule.Builder to = Rule.newBuilder().setMode(rule.mode().name());
        switch (rule) {
            case ThresholdRule.Fixed(double value, String waivedBy) -> to.setValue(value).setWaivedBy(waivedBy);
            case ThresholdRule.Budget budget -> to.setReviewShare(budget.reviewShare()).setWaivedBy(budget.waivedBy());
            case ThresholdRule.Cost cost -> write(to, cost.costs());
            case ThresholdRule.Risk risk -> write(to, risk.promise()).setWaivedBy(risk.defectsWaivedBy());
        }
        Learning learning = rule.learning();
        if (learning != null) {
            to.setMaxValue(learning.maxValue()).setAnswerWithinMillis(learning.answerWithin().toMillis())
                    .setCorrelationTimeMillis(learning.correlationTime().toMillis())
                    .setWindowMillis(learning.window().toMillis())
                    .setGraceWindowMillis(learning.graceWindow().toMillis());
        }
        return to.build();
    }

    /** @throws IllegalArgumentException if a value of its mode is missing */
    static ThresholdRule read(Rule from) {
        return switch (StoredNames.of(ThresholdMode.class, from.getMode())) {
            case FIXED -> new ThresholdRule.Fixed(there(from.getValue()), there(from.getWaivedBy()));
            case BUDGET -> new ThresholdRule.Budget(there(from.getReviewShare()), there(from.getWaivedBy()),
                    learning(from));
            case COST -> new ThresholdRule.Cost(new Costs(there(from.getEscapeCost()),
                    there(from.getFalseRejectCost()), there(from.getReviewCost()), there(from.getCallCost())),
                    learning(from));
            case RISK -> new ThresholdRule.Risk(new Promise(there(from.getAlpha()), there(from.getDelta()),
                    from.getEscapeAlpha(), from.getLooks()), from.getWaivedBy(), learning(from));
        };
    }

    private static void write(Rule.Builder to, Costs costs) {
        to.setEscapeCost(costs.escape()).setFalseRejectCost(costs.falseReject()).setReviewCost(costs.review())
                .setCallCost(costs.call());
    }

    private static Rule.Builder write(Rule.Builder to, Promise promise) {
        return to.setAlpha(promise.alpha()).setDelta(promise.delta()).setEscapeAlpha(promise.escapeAlpha())
                .setLooks(promise.looks());
    }

    private static Learning learning(Rule from) {
        return new Learning(there(from.getMaxValue()), Duration.ofMillis(there(from.getAnswerWithinMillis())),
                Duration.ofMillis(there(from.getCorrelationTimeMillis())),
                Duration.ofMillis(there(from.getWindowMillis())),
                Duration.ofMillis(there(from.getGraceWindowMillis())));
    }

    private static <T> T there(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a rule lacks a value of its mode");
        }
        return value;
    }
}

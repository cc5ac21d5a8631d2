package dev.andon.avro;

import java.time.Duration;

import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.schema.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * Threshold rules of recipes. Before thresholds could be learnt a recipe said its mode alone, and held every frame: it is read
 * as the usual rule, which holds them until something is certified.
 */
final class ThresholdMapper {

    private ThresholdMapper() {}

    static ThresholdRule toCore(String path, Recipe from) throws MalformedRecordException {
        return switch (Fields.constant(path + "thresholdMode", ThresholdMode.class, from.getThresholdMode())) {
            case FIXED -> new ThresholdRule.Fixed(Fields.present(path + "thresholdValue", from.getThresholdValue()),
                    Fields.required(path + "waivedBy", from.getWaivedBy()));
            case BUDGET -> budget(path, from);
            case COST -> cost(path, from);
            case RISK -> new ThresholdRule.Risk(promise(path, from), from.getWaivedBy(), learning(path, from));
        };
    }

    static void write(Recipe.Builder to, ThresholdRule rule) {
        to.setThresholdMode(rule.mode().name());
        switch (rule) {
            case ThresholdRule.Fixed(double value, String waivedBy) -> to.setThresholdValue(value)
                    .setWaivedBy(waivedBy);
            case ThresholdRule.Budget budget -> to.setReviewShare(budget.reviewShare())
                    .setWaivedBy(budget.waivedBy());
            case ThresholdRule.Cost cost -> to.setEscapeCost(cost.costs().escape())
                    .setFalseRejectCost(cost.costs().falseReject()).setReviewCost(cost.costs().review())
                    .setCallCost(cost.costs().call());
            case ThresholdRule.Risk risk -> to.setAlpha(risk.promise().alpha()).setDelta(risk.promise().delta())
                    .setEscapeAlpha(risk.promise().escapeAlpha()).setLooks(risk.promise().looks())
                    .setWaivedBy(risk.defectsWaivedBy());
        }
        Learning learning = rule.learning();
        if (learning != null) {
            to.setMaxThreshold(learning.maxValue()).setAnswerWithinMillis(learning.answerWithin().toMillis())
                    .setCorrelationMillis(learning.correlationTime().toMillis())
                    .setWindowMillis(learning.window().toMillis())
                    .setGraceWindowMillis(learning.graceWindow().toMillis());
        }
    }

    private static ThresholdRule budget(String path, Recipe from) throws MalformedRecordException {
        @Nullable
        Double share = from.getReviewShare();
        return share == null
                ? ThresholdRule.USUAL
                : new ThresholdRule.Budget(share, Fields.required(path + "waivedBy", from.getWaivedBy()),
                        learning(path, from));
    }

    private static ThresholdRule cost(String path, Recipe from) throws MalformedRecordException {
        @Nullable
        Double escape = from.getEscapeCost();
        return escape == null
                ? ThresholdRule.USUAL
                : new ThresholdRule.Cost(new Costs(escape,
                        Fields.present(path + "falseRejectCost", from.getFalseRejectCost()),
                        Fields.present(path + "reviewCost", from.getReviewCost()),
                        Fields.present(path + "callCost", from.getCallCost())), learning(path, from));
    }

    private static Promise promise(String path, Recipe from) throws MalformedRecordException {
        @Nullable
        Double alpha = from.getAlpha();
        return alpha == null
                ? Promise.USUAL
                : new Promise(alpha, Fields.present(path + "delta", from.getDelta()), from.getEscapeAlpha(),
                        Fields.present(path + "looks", from.getLooks()));
    }

    private static Learning learning(String path, Recipe from) throws MalformedRecordException {
        @Nullable
        Double maxValue = from.getMaxThreshold();
        return maxValue == null
                ? Learning.USUAL
                : new Learning(maxValue, time(path + "answerWithinMillis", from.getAnswerWithinMillis()),
                        time(path + "correlationMillis", from.getCorrelationMillis()),
                        time(path + "windowMillis", from.getWindowMillis()),
                        time(path + "graceWindowMillis", from.getGraceWindowMillis()));
    }

    private static Duration time(String field, @Nullable Long millis) throws MalformedRecordException {
        return Duration.ofMillis(Fields.present(field, millis));
    }
}

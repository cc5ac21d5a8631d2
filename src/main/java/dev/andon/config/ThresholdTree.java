package dev.andon.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.Span;
import dev.andon.core.decision.ThresholdRule;

/** Threshold rules as maps under the keys that {@link ThresholdReader} reads. */
final class ThresholdTree {

    private ThresholdTree() {}

    static Map<String, Object> of(ThresholdRule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("mode", rule.mode().name().toLowerCase(Locale.ROOT));
        switch (rule) {
            case ThresholdRule.Fixed(double value, String waivedBy) -> {
                tree.put("value", value);
                addWaiver("evidence", waivedBy, tree);
            }
            case ThresholdRule.Budget(double reviewShare, String waivedBy, Learning learning) -> {
                tree.put("reviewShare", reviewShare);
                addWaiver("evidence", waivedBy, tree);
                add(learning, tree);
            }
            case ThresholdRule.Cost(Costs costs, Learning learning) -> {
                add(costs, tree);
                add(learning, tree);
            }
            case ThresholdRule.Risk risk -> {
                add(risk.promise(), tree);
                if (risk.defectsWaivedBy() != null) {
                    addWaiver("defectEvidence", risk.defectsWaivedBy(), tree);
                }
                add(risk.learning(), tree);
            }
        }
        return tree;
    }

    private static void addWaiver(String key, String waivedBy, Map<String, Object> tree) {
        tree.put(key, "waived");
        tree.put("waivedBy", waivedBy);
    }

    private static void add(Costs costs, Map<String, Object> tree) {
        tree.put("escapeCost", costs.escape());
        tree.put("falseRejectCost", costs.falseReject());
        tree.put("reviewCost", costs.review());
        tree.put("callCost", costs.call());
    }

    private static void add(Promise promise, Map<String, Object> tree) {
        tree.put("alpha", promise.alpha());
        tree.put("delta", promise.delta());
        if (promise.escapeAlpha() != null) {
            tree.put("escapeAlpha", promise.escapeAlpha());
        }
        tree.put("looks", promise.looks());
    }

    private static void add(Learning learning, Map<String, Object> tree) {
        tree.put("maxValue", learning.maxValue());
        tree.put("answerWithin", Span.text(learning.answerWithin()));
        tree.put("correlationTime", Span.text(learning.correlationTime()));
        tree.put("window", Span.text(learning.window()));
        tree.put("graceWindow", Span.text(learning.graceWindow()));
    }
}

package dev.andon.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.andon.core.decision.DailyBudget;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.QualityGate;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Span;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StillScene;
import dev.andon.core.sampling.StoppingRule;

/** Policies as maps and lists under the keys that {@link LinesReader} reads. */
final class PolicyTree {

    private PolicyTree() {}

    static Map<String, Object> of(List<LinePolicy> policies) {
        return Map.of("lines", policies.stream().map(PolicyTree::of).toList());
    }

    static Map<String, Object> of(LinePolicy policy) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("line", policy.line().value());
        tree.put("approval", policy.approval().name().toLowerCase(Locale.ROOT));
        if (policy.budget() != null) {
            tree.put("budget", of(policy.budget()));
        }
        tree.put("recipes", new ArrayList<>(policy.recipes().stream().map(PolicyTree::of).toList()));
        return tree;
    }

    private static Map<String, Object> of(DailyBudget budget) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (budget.calls() != null) {
            tree.put("callsPerDay", budget.calls());
        }
        if (budget.tokens() != null) {
            tree.put("tokensPerDay", budget.tokens());
        }
        return tree;
    }

    static Map<String, Object> of(Recipe recipe) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", recipe.id());
        tree.put("cameras", recipe.selector().cameras().stream().sorted().toList());
        tree.put("partNumbers", recipe.selector().partNumbers().stream().sorted().toList());
        tree.put("model", recipe.model());
        tree.put("prompt", recipe.prompt());
        tree.put("labels", recipe.labels().all().stream().map(PolicyTree::of).toList());
        tree.put("captionLanguage", recipe.captionLanguage());
        addPlan(recipe, tree);
        addScoring(recipe, tree);
        tree.put("threshold", ThresholdTree.of(recipe.threshold()));
        return tree;
    }

    private static void addPlan(Recipe recipe, Map<String, Object> tree) {
        tree.put("samples", recipe.plan().samples());
        tree.put("minSamples", recipe.plan().minSamples());
        tree.put("temperature", recipe.plan().temperature());
        tree.put("maxTokens", recipe.plan().maxTokens());
        tree.put("timeLimit", Span.text(recipe.plan().timeLimit()));
        tree.put("stopping", stopping(recipe.plan()));
        if (recipe.plan().maxImageSide() != null) {
            tree.put("maxImageSide", recipe.plan().maxImageSide());
        }
        if (recipe.plan().stillScene() != null) {
            tree.put("stillScene", of(recipe.plan().stillScene()));
        }
    }

    private static Map<String, Object> of(StillScene still) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("maxDifference", still.maxDifference());
        tree.put("maxAge", Span.text(still.maxAge()));
        return tree;
    }

    /** Waves as large as N are left out, as who writes a policy would do. */
    private static Map<String, Object> stopping(SamplingPlan plan) {
        Map<String, Object> tree = new LinkedHashMap<>();
        StoppingRule rule = plan.stopping();
        tree.put("rule", rule.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        switch (rule) {
            case StoppingRule.AllSamples() -> {
            }
            case StoppingRule.Lossless(int first, int next) -> {
                putUnlessAll(plan, "firstWave", first, tree);
                putUnlessAll(plan, "nextWaves", next, tree);
            }
            case StoppingRule.UnanimousWindow(int window, double maxScore) -> {
                tree.put("window", window);
                tree.put("maxScore", maxScore);
            }
        }
        return tree;
    }

    private static void putUnlessAll(SamplingPlan plan, String key, int samples, Map<String, Object> tree) {
        if (samples != plan.samples()) {
            tree.put(key, samples);
        }
    }

    private static void addScoring(Recipe recipe, Map<String, Object> tree) {
        tree.put("measure", recipe.measure());
        tree.put("maxAbstainShare", recipe.limits().maxAbstainShare());
        tree.put("maxDisagreement", recipe.limits().maxDisagreement());
        QualityGate gate = recipe.gate();
        if (gate != null) {
            tree.put("qualityGate", of(gate));
        }
        tree.put("auditShare", recipe.auditShare());
        tree.put("audit", recipe.audit().name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> of(QualityGate gate) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("minSharpness", gate.minSharpness());
        tree.put("minExposure", gate.minExposure());
        tree.put("maxExposure", gate.maxExposure());
        if (gate.maxNoise() != null) {
            tree.put("maxNoise", gate.maxNoise());
        }
        return tree;
    }

    private static Map<String, Object> of(Label label) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", label.name());
        tree.put("result", label.result().name());
        tree.put("description", label.description());
        return tree;
    }
}

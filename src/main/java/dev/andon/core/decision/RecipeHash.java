package dev.andon.core.decision;

import java.nio.charset.StandardCharsets;

import dev.andon.core.frame.Sha256;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StoppingRule;

/**
 * The digest of everything in a recipe that shapes answers and scores. Scores of two recipes with one hash may be
 * compared; evidence of one hash says nothing of another.
 *
 * <p>In: model, prompt, labels in their order with results and descriptions, caption language, sampling plan, measure,
 * limits, gate. A stopping rule, the largest side of an image and the most noise are written only where there are any: recipes
 * without have the hash that they always had. Out, because they change neither an answer nor a score: id, revision, selector, still
 * scene, audit share and mode, threshold rule.
 *
 * <p>What is digested is a text with one line per value, {@code name bytes:value}, the length counted in UTF-8, so that
 * no value can pretend to be two. It begins with the version of this form.
 */
public final class RecipeHash {

    private static final String FORM = "andon recipe 1\n";

    private final StringBuilder text = new StringBuilder(FORM);

    private RecipeHash() {}

    /** The hash of a recipe: 64 lower-case hex digits. */
    public static String of(Recipe recipe) {
        RecipeHash hash = new RecipeHash();
        hash.addQuestion(recipe);
        hash.addPlan(recipe.plan());
        hash.addScoring(recipe);
        return Sha256.hex(hash.text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void addQuestion(Recipe recipe) {
        add("model", recipe.model());
        add("prompt", recipe.prompt());
        add("labels", recipe.labels().all().size());
        recipe.labels().all().forEach(this::addLabel);
        add("captionLanguage", recipe.captionLanguage());
    }

    private void addLabel(Label label) {
        add("name", label.name());
        add("result", label.result());
        add("description", label.description());
    }

    private void addPlan(SamplingPlan plan) {
        add("samples", plan.samples());
        add("minSamples", plan.minSamples());
        add("temperature", plan.temperature());
        add("maxTokens", plan.maxTokens());
        add("timeLimit", plan.timeLimit());
        addStopping(plan.stopping());
        if (plan.maxImageSide() != null) {
            add("maxImageSide", plan.maxImageSide());
        }
    }

    private void addStopping(StoppingRule rule) {
        switch (rule) {
            case StoppingRule.AllSamples() -> {
            }
            case StoppingRule.Lossless(int first, int next) -> {
                add("stopping", rule.kind());
                add("firstWave", first);
                add("nextWaves", next);
            }
            case StoppingRule.UnanimousWindow(int window, double maxScore) -> {
                add("stopping", rule.kind());
                add("window", window);
                add("maxScore", maxScore);
            }
        }
    }

    private void addScoring(Recipe recipe) {
        add("measure", recipe.measure());
        add("maxAbstainShare", recipe.limits().maxAbstainShare());
        add("maxDisagreement", recipe.limits().maxDisagreement());
        QualityGate gate = recipe.gate();
        add("gate", gate != null);
        if (gate != null) {
            add("minSharpness", gate.minSharpness());
            add("minExposure", gate.minExposure());
            add("maxExposure", gate.maxExposure());
            if (gate.maxNoise() != null) {
                add("maxNoise", gate.maxNoise());
            }
        }
    }

    private void add(String name, Object value) {
        String written = value.toString();
        text.append(name).append(' ').append(written.getBytes(StandardCharsets.UTF_8).length).append(':')
                .append(written).append('\n');
    }
}

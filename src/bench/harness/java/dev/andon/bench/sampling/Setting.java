package dev.andon.bench.sampling;

import dev.andon.core.decision.Recipe;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StoppingRule;

/**
 * A way of asking.
 *
 * @param title   in tables
 * @param samples N
 * @param rule    when fewer do
 */
record Setting(String title, int samples, StoppingRule rule) {

    static Setting all(int samples) {
        return new Setting("all of " + samples, samples, new StoppingRule.AllSamples());
    }

    static Setting lossless(int samples, int first, int next) {
        return new Setting("lossless, " + first + " then " + next, samples, new StoppingRule.Lossless(first, next));
    }

    static Setting window(int samples, int window, double maxScore) {
        return new Setting("window of " + window + " below " + maxScore, samples,
                new StoppingRule.UnanimousWindow(window, maxScore));
    }

    /** The recipe, asking this way. */
    Recipe of(Recipe recipe) {
        SamplingPlan plan = recipe.plan();
        return recipe.sampledBy(new SamplingPlan(samples, Math.min(plan.minSamples(), samples), plan.temperature(),
                plan.maxTokens(), plan.timeLimit(), rule, plan.maxImageSide(), plan.stillScene()));
    }
}

package dev.andon.bench.sampling;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import dev.andon.core.decision.Decision;
import dev.andon.core.decision.DecisionRules;
import dev.andon.core.decision.Findings;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Stopping;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.sampling.SamplingProgress;
import dev.andon.core.sampling.SamplingProgress.Call;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Measures;
import dev.andon.core.uncertainty.Scores;

/**
 * Decides cases under one setting from what the model has said before, with the rules of the program. Answers come in
 * the order of their samples. No lot wins: frames that are audited take all samples whatever the rule.
 */
final class Replay {

    private static final double NO_LOT = Math.nextDown(1.0);

    /**
     * How a case ended.
     *
     * @param asked  samples that were asked for
     * @param waited those of them that were waited for; calls about the others were broken off
     */
    record Ended(int asked, int waited, Decision decision) {}

    private final Setting setting;
    private final Embedder embedder;

    Replay(Setting setting, Embedder embedder) {
        this.setting = setting;
        this.embedder = embedder;
    }

    Ended end(Case frame) throws InterruptedException {
        Recipe recipe = setting.of(frame.recipe());
        Threshold threshold = threshold(recipe);
        Stopping stopping = new Stopping(recipe, threshold, NO_LOT, samples -> score(recipe, samples));
        SamplingProgress progress = new SamplingProgress(recipe.plan(), List.of());
        int waited = 0;
        boolean enough = false;
        Deque<Call> underWay = new ArrayDeque<>(progress.nextWave(1));
        while (!underWay.isEmpty() && !enough) {
            waited++;
            progress.add(frame.reply(underWay.remove().first())).ifPresent(underWay::add);
            enough = stopping.isDue(progress.samples(), underWay.isEmpty());
            if (underWay.isEmpty() && !enough) {
                underWay.addAll(progress.nextWave(1));
            }
        }
        SamplingOutcome outcome = progress.outcome(enough);
        Scores scores = outcome.samples().size() < recipe.plan().minSamples()
                ? null
                : score(recipe, outcome.samples());
        return new Ended(outcome.asked(), waited,
                DecisionRules.decide(new Findings(null, recipe, null, outcome, scores, threshold, NO_LOT)));
    }

    private Scores score(Recipe recipe, List<Sample> samples) throws InterruptedException {
        return Measures.score(samples, recipe.labels(), embedder, Instant.MAX);
    }

    private static Threshold threshold(Recipe recipe) {
        if (recipe.threshold() instanceof ThresholdRule.Fixed(double value, String _)) {
            return new Threshold(value, 1, ThresholdMode.FIXED, "given");
        }
        throw new IllegalArgumentException("recipe " + recipe.id() + " has no given threshold");
    }
}

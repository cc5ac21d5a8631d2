package dev.andon.core.decision;

import java.util.List;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Measures;
import dev.andon.core.uncertainty.Range;
import org.jspecify.annotations.Nullable;

/**
 * Says when a frame has samples enough, by the stopping rule of its recipe. Pure but for what the embedder does; any
 * thread.
 *
 * @param recipe    of the frame
 * @param threshold of its line and recipe; null in cold start
 * @param lot       of the frame
 * @param embedder  null where captions are not embedded
 */
public record Stopping(Recipe recipe, @Nullable Threshold threshold, double lot, @Nullable Embedder embedder) {

    /**
     * Whether nothing more is to be asked.
     *
     * @param samples    the valid ones so far, by index
     * @param waveIsOver whether nothing is under way
     * @throws IllegalArgumentException if the embedder breaks its contract
     */
    public boolean isDue(List<Sample> samples, boolean waveIsOver) {
        int missing = recipe.plan().samples() - samples.size();
        if (threshold == null || missing <= 0 || samples.size() < SampleRules.needed(recipe) || takesAll()) {
            return false;
        }
        return switch (recipe.plan().stopping()) {
            case StoppingRule.AllSamples() -> false;
            case StoppingRule.Lossless _ -> isSettled(samples, missing, threshold.value());
            case StoppingRule.UnanimousWindow rule -> waveIsOver && isUnanimous(samples, rule);
        };
    }

    /** Stopping early would censor the evidence that a threshold is learnt from. */
    private boolean takesAll() {
        return lot < recipe.auditShare();
    }

    /**
     * Whether the route is the same whatever the missing samples say. Where the score is certain to be above the threshold
     * the frame is held by whichever rule comes first; for it to be accepted no rule may hold it.
     */
    private boolean isSettled(List<Sample> samples, int missing, double bound) {
        Foresight foresight = new Foresight(Ballot.of(recipe, samples, null, threshold, lot), missing);
        if (foresight.willBeHeld()) {
            return true;
        }
        Range score = Measures.range(recipe.measure(), samples, recipe.labels(), missing, embedder);
        return score.low() > bound || (score.high() <= bound && foresight.willPass());
    }

    private boolean isUnanimous(List<Sample> samples, StoppingRule.UnanimousWindow rule) {
        if (samples.size() < rule.window()) {
            return false;
        }
        Answer first = samples.getFirst().answer();
        if (first.equals(Answer.UNSURE) || !samples.stream().allMatch(sample -> sample.answer().equals(first))) {
            return false;
        }
        Double score = Measures.score(samples, recipe.labels(), embedder).byMeasure().get(recipe.measure());
        return score != null && score < rule.maxScore();
    }
}

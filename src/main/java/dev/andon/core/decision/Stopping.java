package dev.andon.core.decision;

import java.util.List;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Cosines;
import dev.andon.core.uncertainty.Measures;
import dev.andon.core.uncertainty.Range;
import dev.andon.core.uncertainty.Scores;
import org.jspecify.annotations.Nullable;

/**
 * Says when a frame has samples enough, by the stopping rule of its recipe. Any thread.
 *
 * @param recipe    of the frame
 * @param threshold of its line and recipe; null in cold start
 * @param lot       of the frame
 * @param scoring   of its samples
 */
public record Stopping(Recipe recipe, @Nullable Threshold threshold, double lot, Scoring scoring) {

    /** Scores some samples. */
    @FunctionalInterface
    public interface Scoring {

        /**
         * The scores.
         *
         * @param samples at least 2
         * @throws InterruptedException if the calling thread is interrupted
         */
        Scores score(List<Sample> samples) throws InterruptedException;
    }

    /**
     * Whether nothing more is to be asked.
     *
     * @param samples    the valid ones so far, by index
     * @param waveIsOver whether nothing is under way that is still wanted. Only then are captions embedded
     * @throws InterruptedException if the calling thread is interrupted
     */
    public boolean isDue(List<Sample> samples, boolean waveIsOver) throws InterruptedException {
        int missing = recipe.plan().samples() - samples.size();
        if (threshold == null || missing <= 0 || samples.size() < SampleRules.needed(recipe) || takesAll()) {
            return false;
        }
        return switch (recipe.plan().stopping()) {
            case StoppingRule.AllSamples() -> false;
            case StoppingRule.Lossless _ -> !unsettled(samples, waveIsOver).at(threshold.value());
            case StoppingRule.UnanimousWindow rule -> waveIsOver && isUnanimous(samples, rule);
        };
    }

    /** Stopping early would censor the evidence that a threshold is learnt from. */
    private boolean takesAll() {
        return lot < recipe.auditShare();
    }

    /**
     * The thresholds under which the route may still change, by what the missing samples say.
     *
     * @param low  itself one of them
     * @param high no longer one of them
     */
    public record Unsettled(double low, double high) {

        static final Unsettled NOWHERE = new Unsettled(0, 0);

        /** Whether this threshold is one of them. */
        public boolean at(double threshold) {
            return threshold >= low && threshold < high;
        }
    }

    /**
     * Where the lossless rule would go on. Where the score is certain to be above the threshold the frame is held by whichever
     * rule comes first; for it to be accepted no rule may hold it. A frame that is held because OK is unproven goes on until it
     * would be accepted otherwise: its score is evidence like any other.
     *
     * @param samples    the valid ones so far, at least {@code minSamples} and fewer than N
     * @param waveIsOver whether nothing is under way that is still wanted. Only then are captions embedded
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Unsettled unsettled(List<Sample> samples, boolean waveIsOver) throws InterruptedException {
        int missing = recipe.plan().samples() - samples.size();
        Foresight foresight = new Foresight(Ballot.of(recipe, samples, threshold, lot), missing);
        if (foresight.willBeHeld()) {
            return Unsettled.NOWHERE;
        }
        Range score = range(samples, missing, waveIsOver);
        return new Unsettled(score.low(), foresight.willPass() ? score.high() : Double.POSITIVE_INFINITY);
    }

    private Range range(List<Sample> samples, int missing, boolean waveIsOver) throws InterruptedException {
        boolean embeds = Measures.needsEmbedder(recipe.measure());
        Cosines cosines = embeds && waveIsOver ? scoring.score(samples).cosines() : null;
        return Measures.range(recipe.measure(), samples, recipe.labels(), missing, cosines);
    }

    private boolean isUnanimous(List<Sample> samples, StoppingRule.UnanimousWindow rule) throws InterruptedException {
        if (samples.size() < rule.window()) {
            return false;
        }
        Answer first = samples.getFirst().answer();
        if (first.equals(Answer.UNSURE) || !samples.stream().allMatch(sample -> sample.answer().equals(first))) {
            return false;
        }
        Double score = scoring.score(samples).byMeasure().get(recipe.measure());
        return score != null && score < rule.maxScore();
    }
}

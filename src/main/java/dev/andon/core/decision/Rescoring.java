package dev.andon.core.decision;

import java.util.Optional;

import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Scores;
import org.jspecify.annotations.Nullable;

/**
 * Decides anew by what is on record of a frame: rules 4 to 9. What was held by rules 1 to 3 stays held, since these look at
 * the frame and its image; so does a frame about which too few answers came. Pure functions.
 */
public final class Rescoring {

    private Rescoring() {}

    /**
     * The decision that there would be.
     *
     * @param inspection of the frame
     * @param recipe     to decide by
     * @param samples    those of the inspection, or some of them
     * @param scores     of these samples, at least by the recipe's measure; null where there are none
     * @param threshold  to compare with; null for none
     */
    public static Decision decide(Inspection inspection, Recipe recipe, RecordedSamples samples,
            @Nullable Scores scores, @Nullable Threshold threshold) {
        boolean tooFew = samples.count() < SampleRules.needed(recipe);
        if (tooFew && inspection.decision().result() == Result.UNDEFINED) {
            return inspection.decision();
        }
        SamplingOutcome sampling = new SamplingOutcome(samples.samples(), inspection.asking().invalid(), null, null,
                false, inspection.asking().asked(), false);
        return DecisionRules.onSampling(
                new Findings(null, recipe, null, sampling, scores, threshold, inspection.lot()));
    }

    /**
     * The samples that a recipe would have taken of those that are on record, if they had come one after the other.
     *
     * @return as many as its stopping rule wants, at most N; all of them where they are fewer
     */
    public static RecordedSamples taken(RecordedSamples all, Recipe recipe, @Nullable Threshold threshold,
            double lot) {
        RecordedSamples most = all.first(recipe.plan().samples());
        StoppingRule rule = recipe.plan().stopping();
        int wanted = rule.firstWave(recipe.plan().samples());
        while (wanted < most.count()) {
            RecordedSamples wave = most.first(wanted);
            if (isDue(wave, recipe, threshold, lot)) {
                return wave;
            }
            wanted += rule.nextWave(recipe.plan().samples());
        }
        return most;
    }

    /** Whether nothing more would be asked about a frame with these samples. */
    static boolean isDue(RecordedSamples samples, Recipe recipe, @Nullable Threshold threshold, double lot) {
        try {
            return stopping(samples, recipe, threshold, lot).isDue(samples.samples(), true);
        } catch (InterruptedException e) {
            throw neverWaits(e);
        }
    }

    /**
     * The thresholds under which the route of a frame with these samples may still change.
     *
     * @param samples at least {@code minSamples} and fewer than N
     */
    public static Stopping.Unsettled unsettled(Recipe recipe, double lot, RecordedSamples samples) {
        try {
            return stopping(samples, recipe, null, lot).unsettled(samples.samples(), true);
        } catch (InterruptedException e) {
            throw neverWaits(e);
        }
    }

    private static Stopping stopping(RecordedSamples samples, Recipe recipe, @Nullable Threshold threshold,
            double lot) {
        return new Stopping(recipe, threshold, lot, _ -> samples.scores(recipe.measure(), recipe.labels()));
    }

    private static IllegalStateException neverWaits(InterruptedException e) {
        return new IllegalStateException("scores on record are not waited for", e);
    }

    /** The score of a recipe's measure; empty where it is not on record and cannot be told from what is. */
    public static Optional<Double> score(RecordedSamples samples, Recipe recipe) {
        return samples.count() < SampleRules.needed(recipe)
                ? Optional.empty()
                : Optional.ofNullable(
                        samples.scores(recipe.measure(), recipe.labels()).byMeasure().get(recipe.measure()));
    }
}

package dev.andon.core.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Scores;
import org.jspecify.annotations.Nullable;

/**
 * What a changed recipe would have made of frames that were decided before: rules 4 to 9, applied anew to the answers that are
 * on record, with the threshold that there would be. A given threshold is the new one; one that is learnt is the one that was in
 * force, bounded by what is allowed now, and none where it came about in another way. Any thread.
 */
public final class Hindsight {

    /** What is seen of one frame. */
    public sealed interface View {

        /**
         * Its decision.
         *
         * @param then        what it would have been
         * @param uncertainty the score that was compared; null where there is none
         * @param calls       samples that would have been taken of those on record
         * @param brokenOff   whether it stopped early where it would have been asked more, so that {@code then} rests on fewer
         *                    samples
         */
        record Seen(Decision then, @Nullable Double uncertainty, int calls, boolean brokenOff) implements View {}

        /**
         * Nothing.
         *
         * @param why for people, as what it is that cannot be seen
         */
        record Unseen(String why) implements View {}
    }

    private final Recipe old;
    private final String oldHash;
    private final LinePolicy policy;
    private final Recipe next;
    private final String nextHash;
    private final List<String> blindedBy;

    /**
     * Of a change.
     *
     * @param policy the new one of the line
     * @param next   its recipe in place of {@code old}
     */
    public Hindsight(Recipe old, LinePolicy policy, Recipe next) {
        this.old = old;
        this.oldHash = RecipeHash.of(old);
        this.policy = policy;
        this.next = next;
        this.nextHash = RecipeHash.of(next);
        this.blindedBy = blindedBy(old, next);
    }

    /** The keys of what changed so that nothing can be told without the model or the images; none where much can. */
    public List<String> blindedBy() {
        return blindedBy;
    }

    /** Whether the old recipe decided this frame. */
    public boolean concerns(Inspection inspection) {
        Inspection.Applied applied = inspection.applied();
        return applied != null && applied.recipeId().equals(old.id());
    }

    /** What is seen of a frame that the old recipe decided. */
    public View of(Inspection inspection) {
        Inspection.Applied applied = inspection.applied();
        if (applied == null || !blindedBy.isEmpty() || !isOfOneOfThem(applied)) {
            return new View.Unseen("decided by another revision");
        }
        if (!isTakenByNext(inspection.frame())) {
            return new View.Unseen("that another recipe takes now");
        }
        Threshold threshold = Threshold.by(next.threshold(), policy.version(), applied.threshold());
        RecordedSamples all = RecordedSamples.of(inspection);
        RecordedSamples samples = old.plan().stopping().equals(next.plan().stopping())
                ? all.first(next.plan().samples())
                : Rescoring.taken(all, next, threshold, inspection.lot());
        Double score = score(inspection, samples);
        return score == null && !next.measure().equals(applied.measure()) && isScored(inspection, samples)
                ? new View.Unseen("without a score by " + next.measure())
                : judge(inspection, samples, score, threshold);
    }

    private View judge(Inspection inspection, RecordedSamples samples, @Nullable Double score,
            @Nullable Threshold threshold) {
        Scores scores = new Scores(score == null ? Map.of() : Map.of(next.measure(), score), samples.cosines(),
                samples.embedder(), null);
        Decision then = Rescoring.decide(inspection, next, samples, scores, threshold);
        boolean brokenOff = inspection.asking().stoppedBy() != null && threshold != null && score != null
                && samples.count() == inspection.samples().size() && samples.count() < next.plan().samples()
                && !Rescoring.isDue(samples, next, threshold, inspection.lot());
        return new View.Seen(then, score, samples.count(), brokenOff);
    }

    /** The score that is on record, or can be told again where it is that of other samples or not on record. */
    private @Nullable Double score(Inspection inspection, RecordedSamples samples) {
        Scores scores = inspection.scores();
        if (scores != null && samples.count() == inspection.samples().size()
                && scores.byMeasure().containsKey(next.measure())) {
            return scores.byMeasure().get(next.measure());
        }
        return Rescoring.score(samples, next).orElse(null);
    }

    private boolean isScored(Inspection inspection, RecordedSamples samples) {
        return samples.count() >= SampleRules.needed(next) && inspection.decision().result() != Result.UNDEFINED;
    }

    private boolean isOfOneOfThem(Inspection.Applied applied) {
        return applied.recipeHash().equals(oldHash) || applied.recipeHash().equals(nextHash);
    }

    private boolean isTakenByNext(Inspection.Subject frame) {
        return frame.cameraId() != null
                && policy.recipeFor(frame.cameraId(), frame.partNumber()).filter(next::equals).isPresent();
    }

    private static List<String> blindedBy(Recipe old, Recipe next) {
        List<String> keys = new ArrayList<>();
        addUnless(old.model().equals(next.model()), "model", keys);
        addUnless(old.prompt().equals(next.prompt()), "prompt", keys);
        addUnless(old.labels().equals(next.labels()), "labels", keys);
        addUnless(old.captionLanguage().equals(next.captionLanguage()), "captionLanguage", keys);
        addUnless(asked(old.plan()).equals(asked(next.plan())) && next.plan().samples() <= old.plan().samples(),
                "sampling plan", keys);
        addUnless(Objects.equals(old.gate(), next.gate()), "qualityGate", keys);
        return List.copyOf(keys);
    }

    /** What of a plan shapes the samples of a frame that is asked about. */
    private static SamplingPlan asked(SamplingPlan plan) {
        return new SamplingPlan(0, 0, plan.temperature(), plan.maxTokens(), plan.timeLimit(),
                new StoppingRule.AllSamples(), plan.maxImageSide(), null);
    }

    private static void addUnless(boolean same, String key, List<String> keys) {
        if (!same) {
            keys.add(key);
        }
    }
}

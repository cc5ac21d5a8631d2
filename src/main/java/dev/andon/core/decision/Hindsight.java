package dev.andon.core.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.uncertainty.Scores;
import org.jspecify.annotations.Nullable;

/**
 * What a changed recipe would have made of frames that were decided before: rules 5 to 9, applied anew to the answers and
 * scores that are on record, with the threshold that there would be. A given threshold is the new one; one that is learnt is the
 * one that was in force, bounded by what is allowed now, and none where it came about in another way. Any thread.
 */
public final class Hindsight {

    /** What is seen of one frame. */
    public sealed interface View {

        /**
         * Its route.
         *
         * @param now       where it went
         * @param then      where it would have gone
         * @param brokenOff whether it stopped early where it would have been asked more, so that {@code then} rests on fewer
         *                  samples
         */
        record Seen(Route now, Route then, boolean brokenOff) implements View {}

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
        Route now = inspection.decision().route();
        if (inspection.decision().result() == Result.UNDEFINED) {
            return new View.Seen(now, now, false);
        }
        Scores scores = inspection.scores();
        if (!next.measure().equals(applied.measure())
                && (scores == null || !scores.byMeasure().containsKey(next.measure()))) {
            return new View.Unseen("without a score by " + next.measure());
        }
        return judge(inspection, scores, threshold(applied.threshold()));
    }

    private View judge(Inspection inspection, @Nullable Scores scores, @Nullable Threshold threshold) {
        boolean stopped = inspection.asking().stoppedBy() != null;
        SamplingOutcome sampling = new SamplingOutcome(inspection.samples(), inspection.asking().invalid(), null, null,
                false, inspection.asking().asked(), stopped);
        Decision then = DecisionRules.onSamples(
                new Findings(null, next, null, sampling, scores, threshold, inspection.lot()));
        return new View.Seen(inspection.decision().route(), then.route(),
                stopped && threshold != null && scores != null && !stopsAgain(inspection, scores, threshold));
    }

    private boolean stopsAgain(Inspection inspection, Scores scores, Threshold threshold) {
        try {
            return new Stopping(next, threshold, inspection.lot(), samples -> scores).isDue(inspection.samples(), true);
        } catch (InterruptedException e) {
            throw new IllegalStateException("scores on record are not waited for", e);
        }
    }

    private @Nullable Threshold threshold(@Nullable Threshold inForce) {
        if (next.threshold() instanceof ThresholdRule.Fixed given) {
            return Threshold.given(given, policy.version());
        }
        return inForce == null ? null : inForce.under(next.threshold());
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
        addUnless(asked(old.plan()).equals(asked(next.plan())), "sampling plan", keys);
        addUnless(Objects.equals(old.gate(), next.gate()), "qualityGate", keys);
        return List.copyOf(keys);
    }

    /** What of a plan shapes the samples of a frame that is asked about. */
    private static SamplingPlan asked(SamplingPlan plan) {
        return new SamplingPlan(plan.samples(), plan.minSamples(), plan.temperature(), plan.maxTokens(),
                plan.timeLimit(), plan.stopping(), plan.maxImageSide(), null);
    }

    private static void addUnless(boolean same, String key, List<String> keys) {
        if (!same) {
            keys.add(key);
        }
    }
}

package dev.andon.topology.state;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.andon.core.decision.Learning;
import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.schema.state.RecipeThreshold;
import org.jspecify.annotations.Nullable;

/** Which thresholds hold for a policy, of those that it gives and those that were learnt. Pure functions. */
final class LearntThresholds {

    private LearntThresholds() {}

    /** What is wrong with thresholds that came for a line, with what to do; null where nothing is. */
    static @Nullable String problem(String line, LineThresholds thresholds) {
        if (!thresholds.line().value().equals(line)) {
            return "lineId is " + thresholds.line() + " but the key of the record is " + line;
        }
        for (LearntThreshold recipe : thresholds.recipes()) {
            Double value = recipe.value();
            if (value != null && !(value >= 0 && value <= 1)) {
                return "the threshold of recipe " + recipe.recipe().id() + " is " + value
                        + ", which is not from 0 to 1";
            }
        }
        return null;
    }

    /**
     * As they are kept when thresholds come: those that the policy gives stay, and what has no value is none.
     *
     * @param thresholds null where they were withdrawn
     */
    static List<RecipeThreshold> learnt(List<RecipeThreshold> before, @Nullable LineThresholds thresholds) {
        List<RecipeThreshold> kept = new ArrayList<>(before);
        kept.removeIf(one -> !isGiven(one));
        for (LearntThreshold recipe : thresholds == null ? List.<LearntThreshold>of() : thresholds.recipes()) {
            Threshold threshold = recipe.threshold();
            if (threshold != null && threshold.mode() != ThresholdMode.FIXED) {
                Instant until = threshold.validUntil();
                kept.add(new RecipeThreshold(recipe.recipe().id(), threshold.value(), threshold.version(),
                        threshold.mode().name(), threshold.evidence(), until == null ? null : until.toEpochMilli()));
            }
        }
        return kept;
    }

    /**
     * As they are kept when a policy comes: those that were learnt stay.
     *
     * @param policy null where it was withdrawn
     */
    static List<RecipeThreshold> given(List<RecipeThreshold> before, @Nullable LinePolicy policy) {
        List<RecipeThreshold> kept = new ArrayList<>(before);
        kept.removeIf(LearntThresholds::isGiven);
        if (policy != null) {
            policy.recipes().forEach(recipe -> given(recipe, policy.version()).ifPresent(kept::add));
        }
        return kept;
    }

    private static Optional<RecipeThreshold> given(Recipe recipe, long version) {
        return recipe.threshold() instanceof ThresholdRule.Fixed given
                ? Optional.of(new RecipeThreshold(recipe.id(), given.value(), version, ThresholdMode.FIXED.name(),
                        evidence(given), null))
                : Optional.empty();
    }

    private static boolean isGiven(RecipeThreshold one) {
        return one.getMode().equals(ThresholdMode.FIXED.name());
    }

    private static String evidence(ThresholdRule.Fixed given) {
        return "waived by " + given.waivedBy();
    }

    /**
     * What holds now, by recipe: the given one, or the learnt one if it was learnt by the rule that the recipe has, up to
     * what that allows, and as long as it is valid.
     */
    static Map<String, Threshold> inForce(LinePolicy policy, List<RecipeThreshold> kept, Instant now) {
        Map<String, Threshold> learnt = new HashMap<>();
        kept.stream().filter(one -> !isGiven(one)).forEach(one -> learnt.put(one.getRecipeId(), read(one)));
        Map<String, Threshold> inForce = new HashMap<>();
        for (Recipe recipe : policy.recipes()) {
            Threshold threshold = recipe.threshold() instanceof ThresholdRule.Fixed given
                    ? new Threshold(given.value(), policy.version(), ThresholdMode.FIXED, evidence(given))
                    : usable(learnt.get(recipe.id()), recipe.threshold(), now);
            if (threshold != null) {
                inForce.put(recipe.id(), threshold);
            }
        }
        return inForce;
    }

    private static @Nullable Threshold usable(@Nullable Threshold threshold, ThresholdRule rule, Instant now) {
        Learning learning = rule.learning();
        if (threshold == null || learning == null || threshold.mode() != rule.mode()
                || (threshold.validUntil() != null && !now.isBefore(threshold.validUntil()))) {
            return null;
        }
        return new Threshold(Math.min(threshold.value(), learning.maxValue()), threshold.version(), threshold.mode(),
                threshold.evidence(), threshold.validUntil());
    }

    static Threshold read(RecipeThreshold stored) {
        Long until = stored.getValidUntil();
        return new Threshold(stored.getValue(), stored.getVersion(),
                StoredNames.of(ThresholdMode.class, stored.getMode()), stored.getEvidence(),
                until == null ? null : Instant.ofEpochMilli(until));
    }

    /** A copy of bytes that others go on reading. */
    static byte[] bytes(ByteBuffer raw) {
        byte[] bytes = new byte[raw.remaining()];
        raw.duplicate().get(bytes);
        return bytes;
    }
}

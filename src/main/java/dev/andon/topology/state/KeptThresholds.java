package dev.andon.topology.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.schema.state.RecipeThreshold;
import org.jspecify.annotations.Nullable;

/** The thresholds of a line as its state keeps them, given and learnt, and which of them hold. Pure functions. */
final class KeptThresholds {

    private KeptThresholds() {}

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
                kept.add(write(recipe.recipe().id(), threshold));
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
        kept.removeIf(KeptThresholds::isGiven);
        if (policy != null) {
            policy.recipes().forEach(recipe -> given(recipe, policy.version()).ifPresent(kept::add));
        }
        return kept;
    }

    private static Optional<RecipeThreshold> given(Recipe recipe, long version) {
        return recipe.threshold() instanceof ThresholdRule.Fixed given
                ? Optional.of(write(recipe.id(), Threshold.given(given, version)))
                : Optional.empty();
    }

    private static boolean isGiven(RecipeThreshold one) {
        return one.getMode().equals(ThresholdMode.FIXED.name());
    }

    /**
     * What holds now, by recipe: the given one, or the learnt one if it was learnt by the rule that the recipe has, up to
     * what that allows, and as long as it is valid.
     */
    static Map<String, Threshold> inForce(LinePolicy policy, List<RecipeThreshold> kept, Instant now) {
        Map<String, Threshold> inForce = new HashMap<>();
        for (Recipe recipe : policy.recipes()) {
            kept.stream().filter(one -> one.getRecipeId().equals(recipe.id())).map(KeptThresholds::read)
                    .map(threshold -> usable(threshold, recipe.threshold(), now)).filter(Objects::nonNull)
                    .forEach(threshold -> inForce.put(recipe.id(), threshold));
        }
        return inForce;
    }

    private static @Nullable Threshold usable(Threshold threshold, ThresholdRule rule, Instant now) {
        if (rule.mode() == ThresholdMode.FIXED) {
            return threshold.mode() == ThresholdMode.FIXED ? threshold : null;
        }
        Instant until = threshold.validUntil();
        return until != null && !now.isBefore(until) ? null : threshold.under(rule);
    }

    private static RecipeThreshold write(String recipe, Threshold threshold) {
        Instant until = threshold.validUntil();
        return new RecipeThreshold(recipe, threshold.value(), threshold.version(), threshold.mode().name(),
                threshold.evidence(), until == null ? null : until.toEpochMilli());
    }

    static Threshold read(RecipeThreshold stored) {
        Long until = stored.getValidUntil();
        return new Threshold(stored.getValue(), stored.getVersion(),
                StoredNames.of(ThresholdMode.class, stored.getMode()), stored.getEvidence(),
                until == null ? null : Instant.ofEpochMilli(until));
    }
}

package dev.andon.replay.reask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeRevision;
import dev.andon.core.decision.Threshold;
import dev.andon.core.frame.LineId;
import org.jspecify.annotations.Nullable;

/**
 * The learnt thresholds that a replay holds frames by: of each line and recipe the one that its newest recorded inspection
 * was decided by, so that routes differ by what the model says and not by what was learnt since. One thread.
 *
 * <p>It is carried to the recipe of the same id in whatever revision, although its evidence is of the recorded one: a replay
 * decides nothing, and without any threshold it would hold everything. It does not end while the replay goes on.
 */
public final class CarriedThresholds {

    private record Key(LineId line, String recipe) {}

    private record Found(Instant decided, String inspection, @Nullable Threshold threshold) {}

    private final Map<Key, Found> newest = new HashMap<>();

    void add(Inspection inspection) {
        Inspection.Applied applied = inspection.applied();
        if (applied != null) {
            newest.merge(new Key(inspection.line(), applied.recipeId()),
                    new Found(inspection.times().decided(), inspection.id(), applied.threshold()),
                    (one, other) -> other.decided().isAfter(one.decided()) ? other : one);
        }
    }

    /** For these policies; of lines whose recipes learn nothing there is nothing. */
    public List<LineThresholds> under(Collection<LinePolicy> policies) {
        List<LineThresholds> carried = new ArrayList<>();
        for (LinePolicy policy : policies) {
            List<LearntThreshold> recipes = new ArrayList<>();
            for (Recipe recipe : policy.recipes()) {
                Found found = newest.get(new Key(policy.line(), recipe.id()));
                Threshold threshold = found == null ? null : found.threshold();
                if (found != null && threshold != null && threshold.mode() == recipe.threshold().mode()
                        && recipe.threshold().learning() != null) {
                    recipes.add(carried(recipe, threshold, found));
                }
            }
            if (!recipes.isEmpty()) {
                carried.add(new LineThresholds(policy.line(), recipes));
            }
        }
        return carried;
    }

    private static LearntThreshold carried(Recipe recipe, Threshold threshold, Found from) {
        return new LearntThreshold(RecipeRevision.of(recipe), threshold.value(), threshold.version(), threshold.mode(),
                threshold.evidence(), "as recorded in inspection " + from.inspection(), null, from.decided(),
                new LearntThreshold.Progress(0, 0, null, null, null, null, null));
    }
}

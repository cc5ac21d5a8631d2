package dev.andon.replay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Inspection.Applied;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeHash;
import dev.andon.core.frame.LineId;

/** Every version of every policy that is still on its topic. Filled by one thread; any thread may read afterwards. */
public final class PolicyHistory {

    private record Key(LineId line, long policyVersion, String recipeId, String recipeHash) {}

    private final Map<Key, Recipe> recipes = new HashMap<>();
    private final Map<LineId, LinePolicy> current = new TreeMap<>(Comparator.comparing(LineId::value));

    /** Takes a version. */
    public void add(LinePolicy policy) {
        policy.recipes().forEach(recipe -> recipes.put(
                new Key(policy.line(), policy.version(), recipe.id(), RecipeHash.of(recipe)), recipe));
        current.merge(policy.line(), policy, (old, next) -> next.version() >= old.version() ? next : old);
    }

    /** The newest policy of each line, by the names of the lines. */
    public Map<LineId, LinePolicy> current() {
        return current;
    }

    /**
     * The recipe that decided a frame, as the policy had it then; empty where none did, or the policy of that version is no
     * longer there or has it with another hash.
     */
    public Optional<Recipe> recipeOf(Inspection inspection) {
        return Optional.ofNullable(inspection.applied()).map(applied -> recipes.get(key(inspection.line(), applied)));
    }

    private static Key key(LineId line, Applied applied) {
        return new Key(line, applied.policyVersion(), applied.recipeId(), applied.recipeHash());
    }
}

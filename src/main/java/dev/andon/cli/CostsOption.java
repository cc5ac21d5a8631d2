package dev.andon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.andon.core.decision.Costs;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.ThresholdRule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What errors, reviews and calls cost: as given, or as all recipes say that weigh costs. */
final class CostsOption {

    private static final Set<String> KEYS = Set.of("escape", "falseReject", "review", "call");

    @Option(names = "--costs", split = ",", paramLabel = "NAME=COST", description = "escape=50,falseReject=5,review=1,"
            + "call=0.01: what each costs, in any one currency; what is left out costs nothing. Without it the costs of the"
            + " recipes' thresholds, where these are all the same.")
    private Map<String, Double> costs = new TreeMap<>();

    /** Null where nothing is known. */
    @Nullable
    Costs of(Iterable<LinePolicy> policies) {
        if (costs.isEmpty()) {
            return ofRecipes(policies);
        }
        costs.forEach((name, cost) -> {
            if (!KEYS.contains(name) || !(cost >= 0) || cost.isInfinite()) {
                throw CommandFailure.misused("--costs " + name + "=" + cost
                        + ": give escape, falseReject, review or call, and a number that is at least 0");
            }
        });
        return new Costs(cost("escape"), cost("falseReject"), cost("review"), cost("call"));
    }

    private double cost(String name) {
        return costs.getOrDefault(name, 0.0);
    }

    private static @Nullable Costs ofRecipes(Iterable<LinePolicy> policies) {
        List<Costs> found = new ArrayList<>();
        for (LinePolicy policy : policies) {
            for (Recipe recipe : policy.recipes()) {
                if (recipe.threshold() instanceof ThresholdRule.Cost(Costs costs, _)) {
                    found.add(costs);
                }
            }
        }
        return found.stream().distinct().count() == 1 ? found.getFirst() : null;
    }
}

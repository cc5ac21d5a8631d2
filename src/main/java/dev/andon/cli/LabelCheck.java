package dev.andon.cli;

import java.util.List;
import java.util.Optional;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.RecipeRevision;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/** Judges whether a label can be the true one of an inspection. Pure functions. */
final class LabelCheck {

    private LabelCheck() {}

    /**
     * What is wrong with a label; empty where nothing is, or where the labels of the inspection's recipe are not known
     * any more.
     *
     * @param policy of the line now; null where there is none
     */
    static Optional<String> objection(Inspection inspection, @Nullable LinePolicy policy, String label, Result result) {
        List<Label> known = labels(inspection, policy);
        Optional<Label> meant = known.stream().filter(one -> one.name().equals(label)).findFirst();
        if (!known.isEmpty() && meant.isEmpty()) {
            return Optional.of("--label " + label + " is none of the recipe's: write one of "
                    + known.stream().map(Label::name).toList() + ", or leave it out and say it with --comment");
        }
        return meant.filter(one -> one.result() != result).map(one -> "--label " + label + " means " + one.result()
                + " and --result says " + result + ": correct one of them");
    }

    private static List<Label> labels(Inspection inspection, @Nullable LinePolicy policy) {
        Inspection.Applied applied = inspection.applied();
        if (applied == null || policy == null) {
            return List.of();
        }
        RecipeRevision used = new RecipeRevision(applied.recipeId(), applied.recipeRevision(), applied.recipeHash());
        return policy.recipes().stream().filter(recipe -> RecipeRevision.of(recipe).equals(used)).findFirst()
                .map(recipe -> recipe.labels().all()).orElse(List.of());
    }
}

package dev.andon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.andon.config.LinesFile;
import dev.andon.core.decision.Approval;
import dev.andon.core.decision.DailyBudget;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Loosening;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeHash;
import org.jspecify.annotations.Nullable;

/**
 * What applying a policy does.
 *
 * @param current    null where the line has none yet
 * @param next       to be written: version and revisions follow those of the current one
 * @param changes    one sentence each; empty where nothing differs
 * @param loosenings those of them by which more is accepted or less is looked at, one sentence each
 */
record PolicyChange(@Nullable LinePolicy current, LinePolicy next, List<String> changes, List<String> loosenings) {

    PolicyChange {
        changes = List.copyOf(changes);
        loosenings = List.copyOf(loosenings);
    }

    /**
     * Follows a current policy with another one. A recipe's revision grows where its hash changed.
     *
     * @param current  null where the line has none yet
     * @param wanted   its version and revisions are not looked at
     * @param approver who approved it; null for nobody
     */
    static PolicyChange of(@Nullable LinePolicy current, LinePolicy wanted, @Nullable String approver) {
        List<Recipe> before = current == null ? List.of() : current.recipes();
        List<Recipe> recipes = wanted.recipes().stream().map(recipe -> revised(find(before, recipe.id()), recipe))
                .toList();
        long version = current == null ? 1 : current.version() + 1;
        LinePolicy next = new LinePolicy(wanted.line(), version, wanted.author(), approver, recipes, wanted.approval(),
                wanted.budget());
        List<String> changes = new ArrayList<>(changes(before, recipes));
        if (current != null) {
            changes.addAll(changesOfLine(current, next));
        }
        return new PolicyChange(current, next, changes,
                current == null ? List.of() : Loosening.between(current, next));
    }

    /** All of it for people. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>(changes);
        loosenings.forEach(loosening -> sentences.add("looser: " + loosening));
        return sentences;
    }

    boolean any() {
        return !changes.isEmpty();
    }

    /** Whether a second person has to approve it, and none has. */
    boolean lacksApproval() {
        return current != null && current.approval() == Approval.LOOSENING && !loosenings.isEmpty()
                && next.approver() == null;
    }

    private static List<String> changesOfLine(LinePolicy old, LinePolicy next) {
        List<String> changes = new ArrayList<>();
        if (old.approval() != next.approval()) {
            changes.add("approval: " + word(old.approval()) + " → " + word(next.approval()));
        }
        if (!Objects.equals(old.budget(), next.budget())) {
            changes.add("budget: " + text(old.budget()) + " → " + text(next.budget()));
        }
        return changes;
    }

    private static String word(Approval approval) {
        return approval.name().toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable DailyBudget budget) {
        return budget == null
                ? "none"
                : text(budget.calls()) + " calls and " + text(budget.tokens()) + " tokens a day";
    }

    private static String text(@Nullable Long number) {
        return number == null ? "any" : String.format(Locale.ROOT, "%,d", number);
    }

    private static Recipe revised(Optional<Recipe> before, Recipe recipe) {
        int revision = before.map(old -> RecipeHash.of(old).equals(RecipeHash.of(recipe))
                ? old.revision()
                : old.revision() + 1).orElse(1);
        return new Recipe(recipe.id(), revision, recipe.selector(), recipe.model(), recipe.prompt(), recipe.labels(),
                recipe.captionLanguage(), recipe.plan(), recipe.measure(), recipe.limits(), recipe.gate(),
                recipe.auditShare(), recipe.audit(), recipe.threshold());
    }

    private static List<String> changes(List<Recipe> before, List<Recipe> after) {
        List<String> changes = new ArrayList<>();
        for (Recipe recipe : after) {
            find(before, recipe.id()).ifPresentOrElse(old -> change(old, recipe).ifPresent(changes::add),
                    () -> changes.add("recipe " + recipe.id() + " is new"));
        }
        before.stream().filter(old -> find(after, old.id()).isEmpty())
                .forEach(old -> changes.add("recipe " + old.id() + " is gone"));
        if (changes.isEmpty() && !before.equals(after)) {
            changes.add("the recipes stand in another order");
        }
        return changes;
    }

    private static Optional<String> change(Recipe old, Recipe recipe) {
        if (old.equals(recipe)) {
            return Optional.empty();
        }
        Map<String, Object> before = LinesFile.tree(old);
        Map<String, Object> after = LinesFile.tree(recipe);
        SortedSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
        String revision = old.revision() == recipe.revision()
                ? "revision " + old.revision() + " stays"
                : "revision " + old.revision() + " → " + recipe.revision();
        return Optional.of("recipe " + recipe.id() + ": " + String.join(", ", keys) + " changed, " + revision);
    }

    private static Optional<Recipe> find(List<Recipe> recipes, String id) {
        return recipes.stream().filter(recipe -> recipe.id().equals(id)).findFirst();
    }
}

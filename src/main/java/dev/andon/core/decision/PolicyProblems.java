package dev.andon.core.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Everything that is wrong with a policy, at once. Pure, any thread. */
public final class PolicyProblems {

    /** Of one line: each is compared with all before it. */
    static final int MAX_RECIPES = 1_000;

    private PolicyProblems() {}

    /**
     * The problems, in the order of the policy; empty where it is valid. Version, author, approver and the revisions of
     * recipes are not looked at: a program sets them, not a person.
     */
    public static List<PolicyProblem> of(LinePolicy policy) {
        List<PolicyProblem> problems = new ArrayList<>();
        Complaints complaints = new Complaints(problems);
        complaints.unless(!policy.recipes().isEmpty(), "recipes", "[]",
                "write at least one recipe: without any, every frame is held");
        int count = policy.recipes().size();
        complaints.unless(count <= MAX_RECIPES, "recipes", count,
                "write at most " + MAX_RECIPES + ": a recipe can name many cameras and part numbers");
        for (int i = 0; i < count && count <= MAX_RECIPES; i++) {
            report(policy, i, complaints);
        }
        if (policy.budget() != null) {
            report(policy.budget(), policy.recipes(), complaints.under("budget"));
        }
        return List.copyOf(problems);
    }

    private static void report(LinePolicy policy, int number, Complaints complaints) {
        List<Recipe> recipes = policy.recipes();
        Recipe recipe = recipes.get(number);
        List<Recipe> earlier = recipes.subList(0, number);
        boolean sole = recipes.stream().filter(other -> other.id().equals(recipe.id())).count() == 1;
        String path = "recipes[" + (sole && !recipe.id().isBlank() ? recipe.id() : number) + "]";
        complaints.unless(Reach.reaches(earlier, recipe), path, describe(recipe.selector()),
                "earlier recipes take every frame of this one: move it in front of them, or delete it");

        Complaints here = complaints.under(path);
        here.unlessFilled("id", recipe.id(), "give the recipe a short name");
        here.unless(recipe.id().isBlank() || earlier.stream().noneMatch(other -> other.id().equals(recipe.id())), "id",
                recipe.id(), "give each recipe of the line an id of its own");
        RecipeProblems.report(recipe, policy.approval(), here);
    }

    private static void report(DailyBudget budget, List<Recipe> recipes, Complaints complaints) {
        int most = recipes.stream().mapToInt(recipe -> recipe.plan().samples()).max().orElse(1);
        complaints.unless(budget.calls() != null || budget.tokens() != null, "callsPerDay", "",
                "give this, tokensPerDay or both, or leave budget out for as much as the line needs");
        complaints.unless(budget.calls() == null || budget.calls() >= most, "callsPerDay",
                String.valueOf(budget.calls()), "give at least " + most
                        + ", the samples of one frame: with fewer no frame could be asked about");
        complaints.unless(budget.tokens() == null || budget.tokens() >= 1, "tokensPerDay",
                String.valueOf(budget.tokens()), "give at least 1");
    }

    private static String describe(Selector selector) {
        return "cameras " + new TreeSet<>(selector.cameras()) + ", part numbers "
                + new TreeSet<>(selector.partNumbers());
    }
}

package dev.andon.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.andon.core.decision.Approval;
import dev.andon.core.decision.DailyBudget;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.PolicyProblems;
import dev.andon.core.decision.Recipe;
import dev.andon.core.frame.LineId;

/** Makes policies of the sections of a file. One thread. */
final class LinesReader {

    private static final Format<String> LINE = Formats.WORD.with("and has at most 256 characters",
            text -> text.length() <= 256);
    private static final String PLACEHOLDER = "?";

    private final String author;

    LinesReader(String author) {
        this.author = author;
    }

    List<LinePolicy> read(Section root) {
        List<LinePolicy> policies = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section line : root.requiredSections("lines")) {
            LinePolicy policy = policy(line);
            if (!names.add(policy.line().value())) {
                line.refuse("line", "is there twice: write all recipes of a line in one place");
            }
            policies.add(policy);
        }
        root.refuseOthers();
        return policies;
    }

    private LinePolicy policy(Section section) {
        LineId line = new LineId(section.required("line", PLACEHOLDER, LINE));
        List<Recipe> recipes = new ArrayList<>();
        for (Section recipe : section.requiredSections("recipes")) {
            recipes.add(new RecipeReader(recipe).read());
        }
        LinePolicy policy = new LinePolicy(line, 1, author, null, recipes,
                section.get("approval", Approval.NONE, Formats.oneOf(Approval.class)),
                section.section("budget").map(LinesReader::budget).orElse(null));
        section.refuseOthers();
        List<String> named = recipes.stream().map(recipe -> "recipes[" + recipe.id() + "]").toList();
        PolicyProblems.of(policy)
                .forEach(problem -> section.complain(numbered(problem.path(), named), problem.value(),
                        problem.fix()));
        return policy;
    }

    private static DailyBudget budget(Section section) {
        DailyBudget budget = new DailyBudget(section.find("callsPerDay", Formats.LONG).orElse(null),
                section.find("tokensPerDay", Formats.LONG).orElse(null));
        section.refuseOthers();
        return budget;
    }

    /** The path with recipes by number, as they stand in the file. */
    private static String numbered(String path, List<String> named) {
        for (int i = 0; i < named.size(); i++) {
            if (path.startsWith(named.get(i))) {
                return "recipes[" + i + "]" + path.substring(named.get(i).length());
            }
        }
        return path;
    }
}

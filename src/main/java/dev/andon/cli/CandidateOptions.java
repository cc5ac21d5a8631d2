package dev.andon.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.andon.config.LinesFile;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.frame.LineId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The policies that history is decided by anew: those in force, those of a file, and changed values. */
final class CandidateOptions {

    private static final String AUTHOR = "replay";

    @Option(names = "--policy", paramLabel = "FILE", description = "Policies as in config/lines.yaml, in place of those in"
            + " force; lines that are not in it keep theirs.")
    private @Nullable Path file;

    @Option(names = "--threshold", paramLabel = "VALUE", description = "Accept up to this uncertainty, whatever the recipe"
            + " says of its threshold; 0 to 1.")
    private @Nullable Double threshold;

    @Parameters(paramLabel = "KEY=VALUE", description = "Changed values of every recipe that is looked at, for instance"
            + " measure=vendi maxDisagreement=0.2 samples=5.")
    private List<String> values = List.of();

    /** The policies by line; ends the command with every problem where there are any. */
    Map<LineId, LinePolicy> of(Map<LineId, LinePolicy> inForce, HistoryOptions history) {
        if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
            throw CommandFailure.misused("--threshold " + threshold + ": give a number from 0 to 1");
        }
        Map<LineId, LinePolicy> policies = new LinkedHashMap<>(inForce);
        if (file != null) {
            LinesFile.read(file, AUTHOR).orElse(problems -> {
                throw CommandFailure.refused(problems);
            }).forEach(policy -> policies.put(policy.line(), policy));
        }
        policies.keySet().removeIf(line -> !history.wantsLine(line.value()));
        policies.replaceAll((_, policy) -> changed(policy, history));
        return policies;
    }

    /** For people: what is different. */
    String text() {
        List<String> parts = new ArrayList<>();
        parts.add(file == null ? "the policies in force" : "the policies of " + file);
        if (!values.isEmpty()) {
            parts.add("with " + String.join(" ", values));
        }
        if (threshold != null) {
            parts.add("accepting up to " + threshold);
        }
        return String.join(" ", parts);
    }

    private LinePolicy changed(LinePolicy policy, HistoryOptions history) {
        LinePolicy changed = policy;
        if (!values.isEmpty()) {
            for (Recipe recipe : policy.recipes()) {
                if (history.wantsRecipe(recipe.id())) {
                    changed = LinesFile.changed(changed, recipe.id(), values, AUTHOR).orElse(problems -> {
                        throw CommandFailure.refused(problems);
                    }).getFirst();
                }
            }
        }
        List<Recipe> recipes = changed.recipes().stream()
                .map(recipe -> threshold == null || !history.wantsRecipe(recipe.id())
                        ? recipe
                        : recipe.decidedBy(new ThresholdRule.Fixed(threshold, AUTHOR)))
                .toList();
        return new LinePolicy(policy.line(), policy.version(), policy.author(), policy.approver(), recipes,
                changed.approval(), changed.budget());
    }
}

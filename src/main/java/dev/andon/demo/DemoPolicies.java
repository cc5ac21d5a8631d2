package dev.andon.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.andon.config.LinesFile;
import dev.andon.config.Outcome;
import dev.andon.config.Problem;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Selector;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.demo.vlmserver.SimulatedVlmCommand;

/** The example policies, for as many lines as are wanted. */
public final class DemoPolicies {

    /** Where the example policies are, below the folder of the project. */
    private static final Path FILE = Path.of("config", "lines.yaml");

    private DemoPolicies() {}

    /**
     * What is promised where thresholds are learnt: chosen for a demonstration of a few minutes, in which nearly every
     * frame is evidence and nobody waits longer than seconds for an answer.
     */
    private static final ThresholdRule LEARNT = new ThresholdRule.Risk(
            new Promise(0.05, 0.1, null, List.of(400, 800, 1_200)), "Demonstration, not for production",
            new Learning(1, Duration.ofSeconds(15), Duration.ZERO, Duration.ofDays(30), Duration.ofDays(7)));
    private static final double LEARNT_AUDIT_SHARE = 0.9;

    /**
     * A policy per line: its own, or else that of the first line that makes the same product.
     *
     * @param lines ids, such as {@code bracket-7}
     *
     * @throws IOException if the file is missing or wrong; the message says all that is wrong with it
     */
    public static List<LinePolicy> of(List<String> lines) throws IOException {
        Path file = ProjectFolder.find(FILE);
        List<LinePolicy> examples = examples(file);
        List<LinePolicy> policies = new ArrayList<>();
        for (String line : lines) {
            policies.add(policy(line, examples, file));
        }
        return policies;
    }

    private static List<LinePolicy> examples(Path file) throws IOException {
        return switch (LinesFile.read(file, "demo")) {
            case Outcome.Valid<List<LinePolicy>>(List<LinePolicy> examples) -> examples;
            case Outcome.Invalid<List<LinePolicy>>(List<Problem> problems) -> throw new IOException(
                    file + " is wrong: " + problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        };
    }

    private static LinePolicy policy(String line, List<LinePolicy> examples, Path file) throws IOException {
        String first = line.substring(0, line.lastIndexOf('-')) + "-1";
        LinePolicy example = examples.stream().filter(policy -> policy.line().value().equals(line)).findFirst()
                .or(() -> examples.stream().filter(policy -> policy.line().value().equals(first)).findFirst())
                .orElseThrow(() -> new IOException(file + " has no policy for line " + line + " or " + first));
        List<Recipe> recipes = example.recipes().stream().map(DemoPolicies::adapted).toList();
        return new LinePolicy(new LineId(line), 1, example.author(), example.approver(), recipes, example.approval(),
                example.budget());
    }

    /** The same policies with thresholds that are learnt. */
    static List<LinePolicy> learning(List<LinePolicy> policies) {
        return policies.stream().map(policy -> new LinePolicy(policy.line(), policy.version(), policy.author(),
                policy.approver(), policy.recipes().stream().map(DemoPolicies::learning).toList())).toList();
    }

    private static Recipe learning(Recipe recipe) {
        return new Recipe(recipe.id(), recipe.revision(), recipe.selector(), recipe.model(), recipe.prompt(),
                recipe.labels(), recipe.captionLanguage(), recipe.plan(), recipe.measure(), recipe.limits(),
                recipe.gate(), LEARNT_AUDIT_SHARE, recipe.audit(), LEARNT);
    }

    /**
     * For every camera, and by the simulated model whatever model the file names. All samples are asked for, since the
     * summary compares with what would have been published without the gate, and that takes all of them.
     */
    private static Recipe adapted(Recipe recipe) {
        return new Recipe(recipe.id(), recipe.revision(), new Selector(Set.of(), recipe.selector().partNumbers()),
                SimulatedVlmCommand.MODEL, recipe.prompt(), recipe.labels(), recipe.captionLanguage(),
                recipe.plan().stoppingBy(new StoppingRule.AllSamples()), recipe.measure(), recipe.limits(),
                recipe.gate(), recipe.auditShare(), recipe.audit(),
                recipe.threshold());
    }
}

package dev.andon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.config.LinesFile;
import dev.andon.config.Outcome;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;
import dev.andon.core.frame.LineId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code andon policy}. */
@Command(name = "policy", description = "Reads and changes the policies of lines.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "get|set|list|apply|shadow|promote", subcommands = {
    PolicyCommand.Get.class, PolicyCommand.Put.class,
    PolicyCommand.All.class, PolicyCommand.Apply.class, PolicyShadowCommand.class, PolicyCommand.Promote.class})
final class PolicyCommand extends Group {

    /** What they have in common. */
    abstract static class Subcommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ConfigOptions options;

        @Override
        public final Integer call() throws InterruptedException {
            AndonConfig config = options.load();
            try (Codecs codecs = Wiring.codecs(config)) {
                return call(config, codecs, spec.commandLine().getOut());
            }
        }

        abstract int call(AndonConfig config, Codecs codecs, PrintWriter out) throws InterruptedException;

        /** The policies, unless there is something wrong with one; says what only looks wrong. */
        static List<LinePolicy> checked(Outcome<List<LinePolicy>> wanted, AndonConfig config, PrintWriter out) {
            List<LinePolicy> valid = EmbedderCheck.check(wanted, config.embedding()).orElse(problems -> {
                throw CommandFailure.refused(problems);
            });
            TimeCheck.warnings(valid, config.vlm()).forEach(warning -> out.println("warning: " + warning));
            return valid;
        }

        static LinePolicy policyOf(String line, Map<String, LinePolicy> current) {
            LinePolicy policy = current.get(line);
            if (policy == null) {
                throw CommandFailure.failed("line " + line + " has no policy; there are policies for " + current
                        .keySet());
            }
            return policy;
        }
    }

    /** One policy. */
    @Command(name = "get", mixinStandardHelpOptions = true, description = "Prints the policy of a line in the form that"
            + " apply reads.")
    static final class Get extends Subcommand {

        @Parameters(paramLabel = "LINE")
        private String line;

        @Override
        int call(AndonConfig config, Codecs codecs, PrintWriter out) {
            print(policyOf(line, new PolicyLog(config, codecs).read()), out);
            return 0;
        }
    }

    /** In the form that apply reads. */
    static void print(LinePolicy policy, PrintWriter out) {
        out.println("# version " + policy.version() + " by " + policy.author()
                + (policy.approver() == null ? "" : ", approved by " + policy.approver()));
        out.print(LinesFile.write(List.of(policy)));
    }

    /** Every policy in a line. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the policies.")
    static final class All extends Subcommand {

        @Override
        int call(AndonConfig config, Codecs codecs, PrintWriter out) {
            list(new PolicyLog(config, codecs), out);
            return 0;
        }
    }

    /** A line for each policy of a topic. */
    static void list(PolicyLog log, PrintWriter out) {
        Listing listing = new Listing().row("LINE", "VERSION", "AUTHOR", "RECIPES");
        log.read().values().forEach(policy -> listing.row(policy.line(), policy.version(), policy.author(),
                String.join(", ", policy.recipes().stream().map(PolicyCommand::named).toList())));
        listing.print(out);
    }

    /** What the commands that change something have in common. */
    abstract static class Change extends Subcommand {

        @Option(names = "--author", required = true, paramLabel = "NAME", description = "Who changes it.")
        private String author = "";

        @Option(names = "--approved-by", paramLabel = "NAME", description = "Who approved it, another person than the"
                + " author.")
        private @Nullable String approver;

        @Option(names = "--dry-run", description = "Only say what would change.")
        private boolean dryRun;

        @Override
        final int call(AndonConfig config, Codecs codecs, PrintWriter out) throws InterruptedException {
            Approvals.checkName(author, approver);
            Outcome<List<LinePolicy>> fromFile = preread(author);
            PolicyLog log = new PolicyLog(config, codecs);
            Map<String, LinePolicy> current = log.read();
            PolicyLog candidates = PolicyLog.ofCandidates(config, codecs);
            List<LinePolicy> wanted = checked(wanted(fromFile, current, candidates, author), config, out);
            List<PolicyChange> changes = wanted.stream()
                    .map(policy -> PolicyChange.of(current.get(policy.line().value()), policy, approver)).toList();
            LastDay lastDay = LastDay.under(changes, config, codecs, Instant.now());
            changes.forEach(change -> tell(change, lastDay, out));
            Approvals.require(changes);
            List<LinePolicy> changed = changes.stream().filter(PolicyChange::any).map(PolicyChange::next).toList();
            if (!dryRun && !changed.isEmpty()) {
                log.write(changed);
            }
            if (!dryRun) {
                inForce(candidates);
            }
            out.println(Listing.count(changed.size(), "policy").replace("policys", "policies")
                    + (dryRun ? " would be written" : " written"));
            return 0;
        }

        /** What can be read before anything is asked of the cluster. */
        abstract Outcome<List<LinePolicy>> preread(String author);

        /** The policies as they should be. */
        abstract Outcome<List<LinePolicy>> wanted(Outcome<List<LinePolicy>> preread, Map<String, LinePolicy> current,
                PolicyLog candidates, String author);

        /** What is left to be done once they are in force. */
        void inForce(PolicyLog candidates) throws InterruptedException {}

        private static void tell(PolicyChange change, LastDay lastDay, PrintWriter out) {
            long version = change.next().version();
            if (change.any()) {
                out.println(change.next().line() + ": version " + (version == 1 ? "" : version - 1 + " → ") + version);
                change.sentences().forEach(line -> out.println("  " + line));
                lastDay.effectsOn(change.next().line()).forEach(line -> out.println("  effect: " + line));
            } else {
                out.println(change.next().line() + ": unchanged at version " + (version - 1));
            }
        }
    }

    /** Policies of a file. */
    @Command(name = "apply", mixinStandardHelpOptions = true, description = "Makes the policies of a file current;"
            + " lines that are not in it keep theirs.")
    static final class Apply extends Change {

        @Parameters(paramLabel = "FILE", description = "As in config/lines.yaml.")
        private Path file;

        @Override
        Outcome<List<LinePolicy>> preread(String author) {
            return PolicyCommand.read(file, author);
        }

        @Override
        Outcome<List<LinePolicy>> wanted(Outcome<List<LinePolicy>> preread, Map<String, LinePolicy> current,
                PolicyLog candidates, String author) {
            return preread;
        }
    }

    /** Values of one recipe. */
    @Command(name = "set", mixinStandardHelpOptions = true, description = "Changes values of one recipe, for instance:"
            + " policy set bracket-1 bracket samples=7 threshold.value=0.3 --author NAME")
    static final class Put extends Change {

        @Parameters(index = "0", paramLabel = "LINE")
        private String line;

        @Parameters(index = "1", paramLabel = "RECIPE")
        private String recipe;

        @Parameters(index = "2..*", arity = "1..*", paramLabel = "KEY=VALUE")
        private List<String> values;

        @Override
        Outcome<List<LinePolicy>> preread(String author) {
            return new Outcome.Valid<>(List.of());
        }

        @Override
        Outcome<List<LinePolicy>> wanted(Outcome<List<LinePolicy>> preread, Map<String, LinePolicy> current,
                PolicyLog candidates, String author) {
            LinePolicy policy = policyOf(line, current);
            if (policy.recipes().stream().noneMatch(known -> known.id().equals(recipe))) {
                throw CommandFailure.failed("line " + line + " has no recipe " + recipe + "; it has " + policy.recipes()
                        .stream().map(Recipe::id).toList());
            }
            return LinesFile.changed(policy, recipe, values, author);
        }
    }

    /** A candidate. */
    @Command(name = "promote", mixinStandardHelpOptions = true, description = "Makes the candidate of a line its policy;"
            + " it is no candidate any more then.")
    static final class Promote extends Change {

        @Parameters(paramLabel = "LINE")
        private String line;

        @Override
        Outcome<List<LinePolicy>> preread(String author) {
            return new Outcome.Valid<>(List.of());
        }

        @Override
        Outcome<List<LinePolicy>> wanted(Outcome<List<LinePolicy>> preread, Map<String, LinePolicy> current,
                PolicyLog candidates, String author) {
            return new Outcome.Valid<>(List.of(PolicyShadowCommand.candidateOf(line, candidates).by(author)));
        }

        /** Ended in between, the command can be given again: the candidate is unchanged then, and cleared. */
        @Override
        void inForce(PolicyLog candidates) throws InterruptedException {
            candidates.clear(new LineId(line));
        }
    }

    /** The policies of a file; ends the command where it is none of policies. */
    static Outcome<List<LinePolicy>> read(Path file, String author) {
        Outcome<List<LinePolicy>> read = LinesFile.read(file, author);
        if (read instanceof Outcome.Invalid<List<LinePolicy>> invalid) {
            throw CommandFailure.refused(invalid.problems());
        }
        return read;
    }

    private static String named(Recipe recipe) {
        return recipe.id() + " (revision " + recipe.revision() + ")";
    }
}

package dev.andon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.config.Outcome;
import dev.andon.core.decision.LinePolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code andon policy shadow}. */
@Command(name = "shadow", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "apply|get|list|clear", description = {
    "Candidates: policies that are tried out beside those of their lines (run --roles SHADOW), and decide nothing."}, subcommands = {
        PolicyShadowCommand.Apply.class, PolicyShadowCommand.Get.class, PolicyShadowCommand.All.class,
        PolicyShadowCommand.Clear.class})
final class PolicyShadowCommand extends Group {

    /** The candidate of a line; ends the command where there is none. */
    static LinePolicy candidateOf(String line, PolicyLog candidates) {
        Map<String, LinePolicy> all = candidates.read();
        LinePolicy candidate = all.get(line);
        if (candidate == null) {
            throw CommandFailure.failed("line " + line + " has no candidate; there are candidates for " + all.keySet());
        }
        return candidate;
    }

    /** Policies of a file. */
    @Command(name = "apply", mixinStandardHelpOptions = true, description = "Makes the policies of a file candidates, in"
            + " place of those that their lines have.")
    static final class Apply extends PolicyCommand.Subcommand {

        @Parameters(paramLabel = "FILE", description = "As in config/lines.yaml.")
        private Path file;

        @Option(names = "--author", required = true, paramLabel = "NAME", description = "Who tries them out.")
        private String author = "";

        @Option(names = "--dry-run", description = "Only say how they differ from the policies of their lines.")
        private boolean dryRun;

        @Override
        int call(AndonConfig config, Codecs codecs, PrintWriter out) throws InterruptedException {
            Outcome<List<LinePolicy>> fromFile = PolicyCommand.read(file, author);
            Map<String, LinePolicy> live = new PolicyLog(config, codecs).read();
            PolicyLog log = PolicyLog.ofCandidates(config, codecs);
            Map<String, LinePolicy> before = log.read();
            List<LinePolicy> candidates = new ArrayList<>();
            for (LinePolicy wanted : checked(fromFile, config, out)) {
                String line = wanted.line().value();
                PolicyChange change = PolicyChange.of(live.get(line), wanted, null);
                LinePolicy candidate = numbered(change.next(), before.get(line));
                candidates.add(candidate);
                out.println(line + ": candidate " + candidate.version()
                        + (change.any() ? "" : ", the same as the policy"));
                change.sentences().forEach(sentence -> out.println("  " + sentence));
            }
            if (!dryRun) {
                log.write(candidates);
            }
            out.println(Listing.count(candidates.size(), "candidate") + (dryRun ? " would be written" : " written"));
            return 0;
        }

        /** What is decided by one candidate is told from what another one decided by their versions. */
        private static LinePolicy numbered(LinePolicy next, @Nullable LinePolicy before) {
            return before == null ? next : next.numbered(Math.max(next.version(), before.version() + 1));
        }
    }

    /** One candidate. */
    @Command(name = "get", mixinStandardHelpOptions = true, description = "Prints the candidate of a line in the form that"
            + " apply reads.")
    static final class Get extends PolicyCommand.Subcommand {

        @Parameters(paramLabel = "LINE")
        private String line;

        @Override
        int call(AndonConfig config, Codecs codecs, PrintWriter out) {
            PolicyCommand.print(candidateOf(line, PolicyLog.ofCandidates(config, codecs)), out);
            return 0;
        }
    }

    /** Every candidate in a line. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the candidates.")
    static final class All extends PolicyCommand.Subcommand {

        @Override
        int call(AndonConfig config, Codecs codecs, PrintWriter out) {
            PolicyCommand.list(PolicyLog.ofCandidates(config, codecs), out);
            return 0;
        }
    }

    /** Ends a trial. */
    @Command(name = "clear", mixinStandardHelpOptions = true, description = "Takes the candidate of a line away: no more of"
            + " its frames are taken. What was decided by it stays on record.")
    static final class Clear extends PolicyCommand.Subcommand {

        @Parameters(paramLabel = "LINE")
        private String line;

        @Override
        int call(AndonConfig config, Codecs codecs, PrintWriter out) throws InterruptedException {
            PolicyLog log = PolicyLog.ofCandidates(config, codecs);
            LinePolicy candidate = candidateOf(line, log);
            log.clear(candidate.line());
            out.println(line + ": candidate " + candidate.version() + " cleared");
            return 0;
        }
    }
}

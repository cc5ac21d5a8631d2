package dev.andon.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.andon.config.AndonConfig;
import dev.andon.config.CamerasFile;
import dev.andon.config.ConfigLoader;
import dev.andon.config.LinesFile;
import dev.andon.config.Outcome;
import dev.andon.config.Problem;
import dev.andon.core.decision.LinePolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code andon config}. */
@Command(name = "config", description = "Checks configuration files.", subcommands = ConfigCommand.Check.class, synopsisSubcommandLabel = "check", mixinStandardHelpOptions = true)
final class ConfigCommand extends Group {

    /** Every problem of a file at once. */
    @Command(name = "check", mixinStandardHelpOptions = true, description = {
        "Says everything that is wrong with a configuration, a file of line policies or one of cameras (recognised by the"
                + " top-level keys 'lines' and 'cameras')."})
    static final class Check implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ConfigOptions options;

        @Parameters(paramLabel = "FILE")
        private Path file;

        @Override
        public Integer call() {
            if (CamerasFile.is(file)) {
                return tell(CamerasFile.read(file, options.load().images().maxBytes()), "cameras");
            }
            return LinesFile.is(file) ? lines() : configuration();
        }

        private int configuration() {
            return tell(ConfigLoader.load(file, Map.of(), List.of()), "configuration");
        }

        private int lines() {
            AndonConfig config = options.load();
            Outcome<List<LinePolicy>> policies = LinesFile.read(file, "config check");
            return tell(EmbedderCheck.check(policies, config.embedding()), "policies");
        }

        private int tell(Outcome<?> outcome, String what) {
            return switch (outcome) {
                case Outcome.Valid<?> _ -> {
                    spec.commandLine().getOut().println(file + ": the " + what + " can be used");
                    yield 0;
                }
                case Outcome.Invalid<?>(List<Problem> problems) -> {
                    problems.forEach(problem -> spec.commandLine().getOut().println(problem));
                    spec.commandLine().getErr().println("andon: " + file + " has "
                            + Listing.count(problems.size(), "problem"));
                    yield CommandFailure.USAGE;
                }
            };
        }
    }
}

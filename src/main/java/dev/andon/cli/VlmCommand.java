package dev.andon.cli;

import java.util.concurrent.Callable;

import dev.andon.vlm.ProbeReport;
import dev.andon.vlm.VlmProbe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code andon vlm}. */
@Command(name = "vlm", description = "Looks at the server of the vision-language model.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "probe", subcommands = VlmCommand.Probe.class)
final class VlmCommand extends Group {

    /** What the server supports. */
    @Command(name = "probe", mixinStandardHelpOptions = true, description = "Finds out what the configured server"
            + " supports, how fast it is and what a frame costs, by some ten requests.")
    static final class Probe implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ConfigOptions options;

        @Option(names = "--model", paramLabel = "NAME", description = "The model to ask; without it the first that the"
                + " server lists.")
        private @Nullable String model;

        @Option(names = "--samples", paramLabel = "N", description = "Samples per frame of the estimate.")
        private int samples = 5;

        @Override
        public Integer call() throws InterruptedException {
            if (samples < 1) {
                throw CommandFailure.misused("--samples " + samples + ": write at least 1");
            }
            ProbeReport report = VlmProbe.probe(options.load().vlm(), model, samples);
            report.lines().forEach(spec.commandLine().getOut()::println);
            return report.answered() ? 0 : CommandFailure.FAILED;
        }
    }
}

package dev.andon.cli;

import java.io.PrintWriter;
import java.util.List;
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
    @Command(name = "probe", mixinStandardHelpOptions = true, description = "Finds out what each of the configured"
            + " servers supports, how fast it is and what a frame costs, by some ten requests.")
    static final class Probe implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ConfigOptions options;

        @Option(names = "--model", paramLabel = "NAME", description = "The model to ask; without it the first that the"
                + " first server lists.")
        private @Nullable String model;

        @Option(names = "--samples", paramLabel = "N", description = "Samples per frame of the estimate.")
        private int samples = 5;

        @Override
        public Integer call() throws InterruptedException {
            if (samples < 1) {
                throw CommandFailure.misused("--samples " + samples + ": write at least 1");
            }
            PrintWriter out = spec.commandLine().getOut();
            List<ProbeReport> reports = VlmProbe.probe(options.load().vlm(), model, samples);
            for (ProbeReport report : reports) {
                report.lines().forEach(out::println);
                if (reports.size() > 1) {
                    out.println();
                }
            }
            return reports.stream().allMatch(ProbeReport::answered) ? 0 : CommandFailure.FAILED;
        }
    }
}

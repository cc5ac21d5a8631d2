package dev.andon.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.andon.app.StopSignal;
import dev.andon.demo.summary.Summary;
import dev.andon.demo.summary.SummaryJson;
import dev.andon.demo.summary.SummaryText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code andon demo}. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = {
    "Shows everything on this machine with nothing installed: broker and schema registry as child "
            + "processes, synthetic cameras, a SIMULATED vision-language model, and the real application.",
    "Exit code 0 only if every frame has exactly one decision, in order."})
public final class DemoCommand implements Callable<Integer> {

    @Option(names = "--frames", paramLabel = "N", description = "End after N frames; without it, Ctrl-C ends it.")
    private @Nullable Long frames;

    @Option(names = "--lines", paramLabel = "K", defaultValue = "3", description = "Production lines (${DEFAULT-VALUE}); they make three products in turn.")
    private int lines;

    @Option(names = "--rate", paramLabel = "F", description = "Frames per second over all lines; without it, as many as the program takes.")
    private @Nullable Double rate;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Of all pictures (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--port", paramLabel = "P", defaultValue = "0", description = "Of the simulated model; 0 for a free one.")
    private int port;

    @Option(names = "--verdicts", paramLabel = "WHOSE", defaultValue = "NONE", description = {
        "NONE: thresholds are given. SIMULATED: every frame is held until thresholds have been learnt from the verdicts"
                + " of simulated reviewers, who make mistakes, take their time and leave some frames lying."})
    private Verdicts verdicts = Verdicts.NONE;

    @Option(names = "--keep", paramLabel = "DIR", description = "Keep data and logs in this empty directory.")
    private @Nullable Path keep;

    @Option(names = "--json", description = "End with one line of JSON on standard output.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /** Who judges frames. */
    enum Verdicts {
        NONE, SIMULATED
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        DemoOptions options = options();
        StopSignal stop = StopSignal.listening();
        int code = 1;
        try {
            Summary summary = new Demo(options, stop, System.err).run();
            System.out.println(SummaryText.of(summary));
            if (json) {
                System.out.println(SummaryJson.of(summary));
            }
            code = summary.verification().clean() ? 0 : 1;
            return code;
        } finally {
            System.out.flush();
            stop.finished(code);
        }
    }

    private DemoOptions options() {
        check(frames == null || frames >= 1, "--frames " + frames + ": at least 1 is needed");
        check(lines >= 1 && lines <= 1000, "--lines " + lines + ": 1 to 1000 are possible");
        check(rate == null || rate > 0, "--rate " + rate + ": it has to be above 0");
        check(port >= 0 && port <= 65_535, "--port " + port + ": 0 to 65535 are possible");
        return new DemoOptions(frames == null ? Long.MAX_VALUE : frames, lines,
                rate == null ? Double.POSITIVE_INFINITY : rate, seed, port,
                verdicts == Verdicts.SIMULATED, keep);
    }

    private void check(boolean right, String message) {
        if (!right && spec != null) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}

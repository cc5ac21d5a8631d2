package dev.andon.bench;

import java.io.IOException;

import dev.andon.bench.cameras.CamerasCommand;
import dev.andon.bench.embedding.EmbeddingsCommand;
import dev.andon.bench.history.HistoryCommand;
import dev.andon.bench.latency.LatencyCommand;
import dev.andon.bench.measures.MeasuresCommand;
import dev.andon.bench.memory.MemoryCommand;
import dev.andon.bench.overhead.OverheadCommand;
import dev.andon.bench.sampling.SamplingCommand;
import dev.andon.bench.saturation.SaturationCommand;
import dev.andon.bench.scale.ScaleCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code andon bench}. Exit codes: 0 measured, 1 failed, 2 wrong usage. */
@Command(name = "andon bench", mixinStandardHelpOptions = true, description = {
    "Measures what the program claims, beside what one would otherwise use, in one run on this machine."}, synopsisSubcommandLabel = "COMMAND", subcommands = {
        OverheadCommand.class, EmbeddingsCommand.class, LatencyCommand.class, SaturationCommand.class,
        ScaleCommand.class, SamplingCommand.class, MeasuresCommand.class, MemoryCommand.class, CamerasCommand.class,
        HistoryCommand.class, AllCommand.class})
public final class Bench implements Runnable {

    @Spec
    private CommandSpec spec;

    private Bench() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((failure, _, _) -> {
            line.getErr().println("andon bench: " + (failure instanceof IOException ? failure.getMessage() : failure));
            return 1;
        });
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

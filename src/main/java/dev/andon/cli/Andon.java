package dev.andon.cli;

import java.io.PrintWriter;

import dev.andon.chaos.ChaosCommand;
import dev.andon.demo.DemoCommand;
import dev.andon.demo.vlmserver.SimulatedVlmCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: {@code andon COMMAND}. Exit codes: 0 done, 1 failed, 2 wrong usage or configuration. */
@Command(name = "andon", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
    "Routes camera frames to machines or to people by how much a vision-language model's answers differ."}, synopsisSubcommandLabel = "COMMAND", subcommands = {
        ConfigCommand.class, TopicsCommand.class,
        PolicyCommand.class, VerdictCommand.class, ThresholdsCommand.class, TailCommand.class, DeadLettersCommand.class,
        IngestCommand.class, CamerasCommand.class, ImagesCommand.class, ReplayCommand.class,
        VlmCommand.class,
        RunCommand.class,
        DemoCommand.class, ChaosCommand.class, BenchCommand.class, SimulatedVlmCommand.class})
public final class Andon implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Say more; with failures, where they arose.")
    private boolean verbose;

    private Andon() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Whether the command of this line was asked to say more. */
    static boolean verbose(CommandSpec command) {
        return command.root().userObject() instanceof Andon andon && andon.verbose;
    }

    /** The whole tree of commands, with its manners. */
    static CommandLine commandLine() {
        Andon andon = new Andon();
        CommandLine line = new CommandLine(andon);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionStrategy(parsed -> {
            Logs.adapt(parsed);
            try {
                return new CommandLine.RunLast().execute(parsed);
            } finally {
                parsed.asCommandLineList().forEach(command -> command.getOut().flush());
            }
        });
        line.setExecutionExceptionHandler((failure, _, _) -> Failures.tell(failure, line.getErr(), andon.verbose));
        line.setParameterExceptionHandler((failure, _) -> {
            PrintWriter err = failure.getCommandLine().getErr();
            err.println("andon: " + failure.getMessage());
            err.println("Try: " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return CommandFailure.USAGE;
        });
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

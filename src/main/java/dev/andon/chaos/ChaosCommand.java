package dev.andon.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import dev.andon.app.StopSignal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code andon chaos}. */
@Command(name = "chaos", mixinStandardHelpOptions = true, showDefaultValues = true, description = {
    "Proves the promises under fire: brokers, registry, a SIMULATED vision-language model and processors on this machine, "
            + "killed, suspended and misled by a plan that the seed determines, while frames are inspected and judged.",
    "Exit code 0 only if no frame was lost, decided twice or out of order, every verdict counts once, and every other "
            + "check passed."})
public final class ChaosCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    @Option(names = "--minutes", paramLabel = "M", defaultValue = "3", description = "How long things are broken.")
    private double minutes;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Of the plan, the frames and the model.")
    private long seed;

    @Option(names = "--profile", paramLabel = "P", defaultValue = "full", description = "full: three brokers, one to three "
            + "processors; small: one broker, one or two processors.")
    private Profile profile = Profile.FULL;

    @Option(names = "--rate", paramLabel = "F", description = "Frames a second over all lines. Default: that of the profile, "
            + "for as many cores as it wants; fewer on a smaller machine.")
    private @Nullable Double rate;

    @Option(names = "--group-protocol", paramLabel = "G", defaultValue = "classic", description = "Of the processors: classic or streams.")
    private String groupProtocol = "classic";

    @Option(names = "--keep", paramLabel = "DIR", description = "Keep data and logs in this empty directory. Without it "
            + "they are kept, in a temporary one, only if something went wrong.")
    private @Nullable Path keep;

    @Option(names = "--dry-run", description = "Only show the plan.")
    private boolean dryRun;

    @Option(names = "--json", description = "End with one line of JSON on standard output.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ChaosOptions options = options();
        if (dryRun) {
            System.out.println(PlanText.of(Chaos.plan(options)));
            return 0;
        }
        StopSignal stop = StopSignal.listening();
        int code = 1;
        try {
            code = run(options, stop);
            return code;
        } finally {
            System.out.flush();
            stop.finished(code);
        }
    }

    private int run(ChaosOptions options, StopSignal stop) throws IOException, InterruptedException {
        Path directory = options.keep() == null ? Chaos.temporary() : empty(options.keep());
        System.err.println(PlanText.of(Chaos.plan(options)));
        boolean clean = false;
        try {
            Optional<Report> report = new Chaos(options, stop, System.err).run(directory);
            report.ifPresent(this::print);
            clean = report.map(Report::clean).orElse(true);
            return exitCode(report);
        } finally {
            if (clean && options.keep() == null) {
                delete(directory);
            } else {
                System.err.println("Data and logs are kept in " + directory);
            }
        }
    }

    static int exitCode(Optional<Report> report) {
        return report.map(Report::clean).map(clean -> clean ? 0 : 1).orElse(INTERRUPTED);
    }

    private void print(Report report) {
        System.out.println(ReportText.of(report));
        if (json) {
            System.out.println(ReportJson.of(report));
        }
    }

    private ChaosOptions options() {
        check(minutes >= 0.5 && minutes <= 1440, "--minutes " + minutes + ": 0.5 to 1440 are possible");
        check(List.of("classic", "streams").contains(groupProtocol),
                "--group-protocol " + groupProtocol + ": classic or streams");
        double framesPerSecond = rate == null ? profile.framesPerSecond() : rate;
        check(framesPerSecond >= 0.1 && framesPerSecond <= 1000,
                "--rate " + framesPerSecond + ": 0.1 to 1000 are possible");
        return new ChaosOptions(Duration.ofMillis(Math.round(minutes * 60_000)), seed, profile, framesPerSecond,
                groupProtocol, program(), keep);
    }

    /** The program that this command belongs to: what is started is what is running. */
    private Class<?> program() {
        return spec == null ? getClass() : spec.root().userObject().getClass();
    }

    private void check(boolean right, String message) {
        if (!right && spec != null) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private static Path empty(Path wanted) throws IOException {
        Path path = Files.createDirectories(wanted.toAbsolutePath());
        try (Stream<Path> files = Files.list(path)) {
            if (files.findAny().isPresent()) {
                throw new IOException("--keep " + path + " is not empty: name a new or an empty directory");
            }
        }
        return path;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

package dev.andon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code andon bench all}. */
@Command(name = "all", mixinStandardHelpOptions = true, showDefaultValues = true, description = {
    "Every measurement, one after the other, each with a report of its own. One that fails does not keep the others from"
            + " being made."})
final class AllCommand implements Callable<Integer> {

    private static final List<String> MEASUREMENTS = List.of("sampling", "measures", "overhead", "embeddings",
            "latency",
            "saturation",
            "scale", "memory", "cameras", "history");

    @Option(names = "--quick", description = "A few minutes each at most.")
    private boolean quick;

    @Option(names = "--reports", paramLabel = "DIR", description = "For the reports: MEASUREMENT.json.")
    private Path reports = Path.of("data", "bench");

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(reports);
        int worst = 0;
        for (String measurement : MEASUREMENTS) {
            List<String> arguments = new ArrayList<>(List.of(measurement, "--json",
                    reports.resolve(measurement + ".json").toString()));
            if (quick) {
                arguments.add("--quick");
            }
            worst = Math.max(worst, Bench.commandLine().execute(arguments.toArray(String[]::new)));
            System.out.println();
        }
        return worst;
    }
}

package dev.andon.bench.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.bench.plant.Cluster;
import dev.andon.bench.plant.CommonOptions;
import dev.andon.bench.plant.Picked;
import dev.andon.bench.plant.Workplace;
import dev.andon.bench.report.Report;
import dev.andon.bench.report.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code andon bench memory}. */
@Command(name = "memory", mixinStandardHelpOptions = true, showDefaultValues = true, description = {
    "Heap and resident set of the program over time: frames of 2 MB with 64 calls under way, once with a backlog, once "
            + "while frames keep coming and the model takes ten times as long. With a backlog of 10,000 frames it needs"
            + " 20 GB on the disk, which it gives back."})
public final class MemoryCommand implements Callable<Integer> {

    /** Parts of the second half whose lowest points show whether the heap grows. */
    private static final int LOWS = 12;

    private static final long GIGA = 1_000_000_000;

    @Spec
    private CommandSpec command;

    @Mixin
    private CommonOptions options;

    @Option(names = "--minutes", paramLabel = "N", description = "Of each scenario (default: 10; 1 with --quick).")
    private @Nullable Double minutes;

    @Option(names = "--backlog", paramLabel = "N", description = "Frames that wait at the start (default: 10000; 300 with --quick).")
    private @Nullable Long backlog;

    @Option(names = "--heap", paramLabel = "SIZE", description = "-Xmx of the program.")
    private String heap = "512m";

    @Option(names = "--scenarios", split = ",", paramLabel = "NAME", description = "Only these: backlog, slow-model.")
    private List<String> names = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Scenario> scenarios = scenarios();
        Report report = options.begin("memory");
        System.out.printf(Locale.ROOT,
                "2 MB, N = 5, %d calls at once, 1 s ± 25 %% a call, 16 lines on 8 partitions, -Xmx%s%n",
                Scenario.CALLS, heap);
        Table table = new Table("scenario", "minutes", "accepted", "to people", "calls under way",
                "heap after GC: most",
                "lowest, growth a minute", "resident: most", "growth a minute");
        try (Workplace workplace = options.workplace(); Cluster cluster = Cluster.start(workplace.path())) {
            for (Scenario scenario : scenarios) {
                checkRoom(workplace.path(), scenario);
                Observed observed = new MemoryRun(cluster, scenario, heap).watch();
                row(table, scenario, observed);
                json(report.result(), scenario, observed);
                options.write(report);
            }
        }
        System.out.printf("%n%sMegabytes; growth over the second half.%n", table);
        return 0;
    }

    private List<Scenario> scenarios() {
        Duration time = Duration.ofSeconds(Math.round(60 * (minutes != null ? minutes : options.quick() ? 1 : 10)));
        long waiting = backlog != null ? backlog : options.quick() ? 300 : 10_000;
        return Picked.of(
                List.of(new Scenario("backlog", waiting, 0, 1, time), new Scenario("slow-model", 0, 0.9, 10, time)),
                Scenario::title, names, "--scenarios", command);
    }

    private static void checkRoom(Path directory, Scenario scenario) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        long needed = scenario.bytes() + GIGA;
        if (free < needed) {
            throw new IOException(String.format(Locale.ROOT, "%s has %.1f GB free, and scenario %s needs %.1f: give a"
                    + " smaller --backlog, fewer --minutes, or another directory with --keep", directory,
                    (double) free / GIGA, scenario.title(), (double) needed / GIGA));
        }
    }

    private void row(Table table, Scenario scenario, Observed observed) {
        table.row(scenario.title(), number(observed.seconds() / 60, 1), Long.toString(observed.accepted()),
                Long.toString(observed.forPeople()), number(observed.busyShare() * Scenario.CALLS, 1),
                number(observed.heap().most(), 0), number(lows(observed).slope(), 2),
                number(observed.resident().most(), 0), number(observed.resident().secondHalf().slope(), 2));
    }

    private void json(ObjectNode node, Scenario scenario, Observed observed) {
        node.put("scenario", scenario.title()).put("heap", heap).put("backlog", scenario.backlog())
                .put("arrivalsPerSecond", scenario.rate()).put("slowness", scenario.slowness())
                .put("seconds", observed.seconds()).put("accepted", observed.accepted())
                .put("forPeople", observed.forPeople()).put("callsUnderWay", observed.busyShare() * Scenario.CALLS)
                .put("collections", observed.heap().points().size()).put("heapMost", observed.heap().most())
                .put("heapGrowthPerMinute", lows(observed).slope()).put("residentMost", observed.resident().most())
                .put("residentGrowthPerMinute", observed.resident().secondHalf().slope());
        points(node.putArray("heapLows"), observed.heap().lows(2 * LOWS));
        points(node.putArray("residentLows"), observed.resident().lows(2 * LOWS));
    }

    private static Series lows(Observed observed) {
        return observed.heap().secondHalf().lows(LOWS);
    }

    private static void points(ArrayNode array, Series series) {
        series.points().forEach(point -> array.addObject().put("seconds", point.seconds()).put("megabytes",
                point.megabytes()));
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}

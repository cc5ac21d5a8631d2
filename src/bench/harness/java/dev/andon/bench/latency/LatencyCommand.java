package dev.andon.bench.latency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.bench.plant.Cluster;
import dev.andon.bench.plant.CommonOptions;
import dev.andon.bench.plant.Contender;
import dev.andon.bench.plant.ContenderOptions;
import dev.andon.bench.plant.Picked;
import dev.andon.bench.plant.Workplace;
import dev.andon.bench.report.Quantiles;
import dev.andon.bench.report.Report;
import dev.andon.bench.report.Spread;
import dev.andon.bench.report.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code andon bench latency}. */
@Command(name = "latency", mixinStandardHelpOptions = true, showDefaultValues = true, description = {
    "How long frames take from append to visible for a reader of committed records, and what is added to the slowest of "
            + "their own calls. Arrivals by chance (Poisson). 'ideal' is computed: what those that come wait for slots and for the "
            + "frame before of their line where nothing else takes time."})
public final class LatencyCommand implements Callable<Integer> {

    private static final List<Contender> CONTENDERS = List.of(Contender.ANDON, Contender.DECIDING,
            Contender.THREADS_1, Contender.THREADS_4, Contender.THREADS_8, Contender.NOT_HEDGING,
            Contender.JOINED, Contender.PARALLEL, Contender.FLINK_100,
            Contender.FLINK_1000);
    private static final List<String> TAILS = List.of("even", "tail");
    private static final double[] SHARES = {0.5, 0.9, 0.99, 0.999};

    @Spec
    private CommandSpec command;

    @Mixin
    private CommonOptions options;

    @Mixin
    private ContenderOptions contenders;

    @Option(names = "--loads", split = ",", paramLabel = "SHARE", description = "Of what the model can do at most.")
    private List<Double> loads = List.of(0.5, 0.9);

    @Option(names = "--tails", split = ",", paramLabel = "NAME", description = "even: no slow calls; tail: 1 %% take ten times as long.")
    private List<String> tails = TAILS;

    @Option(names = "--runs", paramLabel = "N", description = "Of each contender (default: 3; 1 with --quick).")
    private @Nullable Integer runs;

    @Option(names = "--warm-up", paramLabel = "SECONDS", description = "Before anything is counted (default: 15; 6 with --quick).")
    private @Nullable Integer warmUp;

    @Option(names = "--slots", paramLabel = "N", description = "Of the model (default: 64; 32 with --quick). The fewer there are,"
            + " the longer a burst of frames waits for them.")
    private @Nullable Integer slots;

    @Option(names = "--call", paramLabel = "MILLIS", description = "How long a call takes, ± 25 %%. The longer, the more slots"
            + " the same frames need, and the less a burst of them waits for one.")
    private int call = 400;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Contender> chosen = contenders.wanted(CONTENDERS);
        List<String> chosenTails = Picked.of(TAILS, name -> name, tails, "--tails", command);
        Report report = options.begin("latency");
        int times = runs != null ? runs : options.quick() ? 1 : 3;
        System.out.printf(Locale.ROOT,
                "%d slots, %d ms ± 25 %% a call, N = 5, 100 KB, 16 lines on 8 partitions, %d runs%n",
                slots(), call, times);
        try (Workplace workplace = options.workplace(); Cluster cluster = Cluster.start(workplace.path())) {
            for (String tail : chosenTails) {
                for (double load : loads) {
                    Table table = new Table("contender", "frames", "p50", "p90", "p99", "p99.9", "added p50", "p90",
                            "p99 of each run", "p99.9", "CPU ms/frame", "not seen");
                    for (Contender contender : chosen) {
                        measure(cluster, scenario(contender, load, tail.equals("tail")), times, table, report);
                        options.write(report);
                    }
                    Scenario any = scenario(Contender.ANDON, load, tail.equals("tail"));
                    show("ideal", any, List.of(Ideal.of(any, times)), table, report.result());
                    options.write(report);
                    System.out.printf(Locale.ROOT, "%n%.0f %% load%s, milliseconds:%n%s", load * 100,
                            tail.equals("tail") ? ", 1 % of the calls at ten times" : "", table);
                }
            }
        }
        return 0;
    }

    private int slots() {
        return slots != null ? slots : options.quick() ? 32 : 64;
    }

    private Scenario scenario(Contender contender, double load, boolean tail) {
        return new Scenario(contender, load, tail, slots(), Duration.ofMillis(call),
                Duration.ofSeconds(warmUp != null ? warmUp : options.quick() ? 6 : 15),
                Duration.ofSeconds(options.quick() ? 20 : 60));
    }

    private static void measure(Cluster cluster, Scenario scenario, int runs, Table table, Report report)
            throws InterruptedException {
        List<Observed> all = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            try {
                all.add(new LatencyRun(cluster, scenario, run).measure());
            } catch (IOException e) {
                System.err.println(scenario.contender().title() + " failed: " + e.getMessage());
            }
        }
        if (all.stream().anyMatch(observed -> !observed.decided().isEmpty())) {
            show(scenario.contender().title(), scenario, all, table, report.result());
        }
    }

    private static void show(String who, Scenario scenario, List<Observed> all, Table table, ObjectNode json) {
        Observed together = new Observed(all.stream().flatMap(each -> each.decided().stream()).toList(),
                all.stream().mapToLong(Observed::missing).sum(), 0);
        Quantiles total = together.total();
        Quantiles added = together.added();
        Spread tails = Spread.of(all.stream().filter(each -> !each.decided().isEmpty())
                .map(each -> (double) each.added().at(0.99)).toList());
        Spread cpu = Spread.of(all.stream().map(Observed::cpuSeconds).toList());
        table.row(who, Integer.toString(total.count()), text(total, 0.5), text(total, 0.9),
                text(total, 0.99), text(total, 0.999), text(added, 0.5), text(added, 0.9), tails.text(0),
                text(added, 0.999), cpu.over(1e-3).text(1), Long.toString(together.missing()));
        json.put("contender", who).put("load", scenario.load())
                .put("slowTail", scenario.slowTail()).put("frames", total.count())
                .put("notSeen", together.missing());
        json.set("addedP99OfRuns", Report.json(tails));
        json.set("cpuSecondsPerFrame", Report.json(cpu));
        for (double share : SHARES) {
            json.put("totalMillisP" + 100 * share, total.at(share)).put("addedMillisP" + 100 * share, added.at(share));
        }
    }

    private static String text(Quantiles quantiles, double share) {
        return Long.toString(quantiles.at(share));
    }
}

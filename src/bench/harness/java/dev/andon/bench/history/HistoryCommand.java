package dev.andon.bench.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.bench.plant.Cluster;
import dev.andon.bench.plant.CommonOptions;
import dev.andon.bench.plant.Layout;
import dev.andon.bench.plant.Workplace;
import dev.andon.bench.report.Report;
import dev.andon.bench.report.Spread;
import dev.andon.bench.report.Table;
import dev.andon.bench.work.Job;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code andon bench history}. */
@Command(name = "history", mixinStandardHelpOptions = true, showDefaultValues = true, description = {
    "Recorded inspections a second that the replay commands go through, beside reading and decoding them alone. The commands take"
            + " turns, each time in a process of its own whose start is not counted."})
public final class HistoryCommand implements Callable<Integer> {

    private static final Layout LAYOUT = new Layout("history", 4, 8, 0, 5, 0);
    private static final String NO_MODEL = "http://127.0.0.1:1/v1";
    private static final long SEED = 61;

    @Mixin
    private CommonOptions options;

    @Option(names = "--inspections", paramLabel = "H", description = "On record, without copies for audits (default: 100000; 20000 with --quick).")
    private @Nullable Long inspections;

    @Option(names = "--rounds", paramLabel = "R", description = "In which every command has its turn (default: 5; 3 with --quick). One of reading alone comes before.")
    private @Nullable Integer rounds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report = options.begin("history");
        try (Workplace workplace = options.workplace(); Cluster cluster = Cluster.start(workplace.path())) {
            Past past = new Past(LAYOUT, SEED);
            cluster.provision(LAYOUT, past.policies());
            Job job = cluster.job(LAYOUT, "replay", NO_MODEL, 1, 0);
            Written written = write(past, job);
            Map<Way, List<Double>> speeds = measure(new Replay(job, written.inspections()));
            show(speeds, written, report);
            options.write(report);
        }
        return 0;
    }

    private Written write(Past past, Job job) throws IOException, InterruptedException {
        try (HistoryWriter writer = new HistoryWriter(job.config())) {
            Written written = writer
                    .write(past, inspections != null ? inspections : options.quick() ? 20_000 : 100_000);
            System.out.printf(Locale.ROOT,
                    "%,d inspections of %d lines on %d partitions, N = %d, %.1f %% held; %,d copies for audits, %,d reviews%n",
                    written.frames(), LAYOUT.lines(), LAYOUT.partitions(), LAYOUT.samples(),
                    100.0 * written.held() / written.frames(), written.copies(), written.reviews());
            return written;
        }
    }

    private Map<Way, List<Double>> measure(Replay replay) throws IOException, InterruptedException {
        Map<Way, List<Double>> speeds = new EnumMap<>(Way.class);
        replay.run(Way.READ);
        for (int round = 0; round < (rounds != null ? rounds : options.quick() ? 3 : 5); round++) {
            for (Way way : Way.values()) {
                speeds.computeIfAbsent(way, _ -> new ArrayList<>()).add(replay.run(way));
            }
        }
        return speeds;
    }

    private static void show(Map<Way, List<Double>> speeds, Written written, Report report) {
        List<Double> alone = Objects.requireNonNull(speeds.get(Way.READ));
        Table table = new Table("each inspection", "inspections/s", "of reading alone");
        speeds.forEach((way, each) -> {
            Spread speed = Spread.of(each);
            Spread share = Spread
                    .of(IntStream.range(0, each.size()).mapToObj(i -> each.get(i) / alone.get(i)).toList());
            table.row(way.title(), speed.text(0), share.text(2));
            ObjectNode node = report.result().put("way", way.title()).put("inspections", written.inspections());
            node.set("perSecond", Report.json(speed));
            node.set("ofReadingAlone", Report.json(share));
        });
        System.out.printf("%n%sThe last column compares with reading alone in the same round.%n", table);
    }
}

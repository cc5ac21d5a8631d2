package dev.andon.bench.overhead;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.andon.bench.plant.Cluster;
import dev.andon.bench.plant.CommonOptions;
import dev.andon.bench.plant.Picked;
import dev.andon.bench.plant.Workplace;
import dev.andon.bench.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code andon bench overhead}. */
@Command(name = "overhead", mixinStandardHelpOptions = true, showDefaultValues = true, description = {
    "Processor time per frame of the engine with a model that answers at once, beside an application that passes records "
            + "through, and what HTTP and sentence vectors add. 100 KB, N = 5, exactly once."})
public final class OverheadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private CommonOptions options;

    @Option(names = "--stages", split = ",", paramLabel = "NAME", description = "Only these: pass-record, pass-image, engine, engine-backlog, http, embedding.")
    private List<String> stages = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Stage> chosen = chosen();
        Report report = options.begin("overhead");
        Scale scale = options.quick() ? Scale.QUICK : Scale.FULL;
        System.out.printf(Locale.ROOT,
                "100 KB, N = 5, 16 lines on 8 partitions, 64 calls at once; %d rounds, %d frames or %d s of each stage%n",
                scale.rounds(), scale.counted().frames(), scale.counted().limit().toSeconds());
        try (Workplace workplace = options.workplace(); Cluster cluster = Cluster.start(workplace.path())) {
            OverheadRun run = new OverheadRun(cluster, scale);
            byte[] specimen = run.specimen();
            Map<Stage, List<Count>> all = new EnumMap<>(Stage.class);
            for (int round = 1; round <= scale.rounds(); round++) {
                for (Stage stage : chosen) {
                    measure(run, stage, specimen, round, all);
                }
            }
            Comparison comparison = new Comparison(all);
            System.out.print(comparison.text());
            comparison.addTo(report);
            options.write(report);
        }
        return 0;
    }

    private List<Stage> chosen() {
        return Picked.of(List.of(Stage.values()), Stage::title, stages, "--stages", command);
    }

    private static void measure(OverheadRun run, Stage stage, byte[] specimen, int round,
            Map<Stage, List<Count>> all) throws InterruptedException {
        try {
            Count count = run.measure(stage, specimen, round);
            all.computeIfAbsent(stage, _ -> new ArrayList<>()).add(count);
        } catch (IOException e) {
            System.err.println(stage.title() + " failed: " + e.getMessage());
        }
    }
}

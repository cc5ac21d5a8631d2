package dev.andon.bench.sampling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.andon.bench.plant.CommonOptions;
import dev.andon.bench.plant.Workplace;
import dev.andon.bench.report.Report;
import dev.andon.bench.report.Table;
import dev.andon.core.decision.Decision;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.demo.summary.Share;
import dev.andon.embedding.CachedEmbedder;
import dev.andon.embedding.InProcessEmbedder;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code andon bench sampling}. */
@Command(name = "sampling", mixinStandardHelpOptions = true, showDefaultValues = true, description = {
    "Calls per frame of the stopping rules, and frames whose route they change, beside asking for all samples: on pictures "
            + "of the demonstration's cameras, answered by the SIMULATED model, and on made-up answers."})
public final class SamplingCommand implements Callable<Integer> {

    private static final int N = 10;
    private static final int TEXTS = 100_000;
    private static final double ALLOWED = 0.001;
    private static final List<Integer> WINDOWS = List.of(3, 4, 5, 6, 7);
    private static final List<Double> BOUNDS = List.of(0.05, 0.1, 0.15, 0.2, 0.25, 0.3);

    @Mixin
    private CommonOptions options;

    @Option(names = "--seed", description = "Of the first set of pictures; the second has the next one.")
    private long seed = 1001;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report = options.begin("sampling");
        int frames = options.quick() ? 300 : 6_000;
        int madeUp = options.quick() ? 100 : 1_000;
        try (InProcessEmbedder sentences = InProcessEmbedder.load(); Workplace workplace = options.workplace()) {
            Embedder embedder = new CachedEmbedder(sentences, TEXTS, new Recorder(new SimpleMeterRegistry()));
            for (Difficulty difficulty : Difficulty.values()) {
                show(difficulty.title(), some(), difficulty.cases(madeUp, N, seed), embedder, report);
            }
            List<Case> first = new DemoCameras(seed, N).ask(frames, workplace.path());
            Map<Setting, Outcome> curve = show("cameras " + seed, curve(), first, embedder, report);
            Optional<Setting> best = cheapest(curve);
            if (best.isEmpty()) {
                System.out.println("no window changes few enough frames");
            } else {
                List<Case> second = new DemoCameras(seed + 1, N).ask(frames, workplace.path());
                show("cameras " + (seed + 1) + ", what was chosen on " + seed, List.of(Setting.all(N), best.get()),
                        second, embedder, report);
            }
        }
        options.write(report);
        return 0;
    }

    private static List<Setting> some() {
        return List.of(Setting.all(N), Setting.all(7), Setting.all(5), Setting.all(3), Setting.lossless(N, N, N),
                Setting.lossless(N, 5, 1), Setting.lossless(N, 3, 1), Setting.window(N, 3, 0.2),
                Setting.window(N, 5, 0.2), Setting.window(N, 7, 0.2));
    }

    private static List<Setting> curve() {
        List<Setting> settings = new ArrayList<>(some().subList(0, 7));
        for (int window : WINDOWS) {
            BOUNDS.forEach(bound -> settings.add(Setting.window(N, window, bound)));
        }
        return settings;
    }

    /** The window that asks least, of those that publish few enough frames that all samples hold. */
    private static Optional<Setting> cheapest(Map<Setting, Outcome> curve) {
        return curve.entrySet().stream().filter(entry -> entry.getKey().rule() instanceof StoppingRule.UnanimousWindow)
                .filter(entry -> entry.getValue().share(entry.getValue().heldToAccepted()) <= ALLOWED)
                .min(Comparator.comparingLong(entry -> entry.getValue().asked())).map(Map.Entry::getKey);
    }

    private static Map<Setting, Outcome> show(String title, List<Setting> settings, List<Case> cases,
            Embedder embedder, Report report) throws InterruptedException {
        List<Decision> all = new ArrayList<>();
        Replay everything = new Replay(Setting.all(N), embedder);
        for (Case frame : cases) {
            all.add(everything.end(frame).decision());
        }
        Map<Setting, Outcome> curve = new LinkedHashMap<>();
        Table table = new Table("setting", "asked/frame", "waited for", "accepted", "held→accepted", "accepted→held",
                "other result", "escapes", "false rejects");
        for (Setting setting : settings) {
            Outcome outcome = Outcome.of(setting, cases, all, embedder);
            curve.put(setting, outcome);
            row(table, setting, outcome);
            json(report, title, setting, outcome);
        }
        System.out.printf(Locale.ROOT, "%n%s, %d frames, N = %d:%n%s", title, cases.size(), N, table);
        return curve;
    }

    private static void row(Table table, Setting setting, Outcome outcome) {
        table.row(setting.title(), number(outcome.askedPerFrame()), number(outcome.waitedPerFrame()),
                Integer.toString(outcome.accepted()),
                new Share(outcome.heldToAccepted(), outcome.frames()).toString(),
                new Share(outcome.acceptedToHeld(), outcome.frames()).toString(),
                Integer.toString(outcome.otherResults()), Integer.toString(outcome.wrong().escapes()),
                Integer.toString(outcome.wrong().falseRejects()));
    }

    private static void json(Report report, String title, Setting setting, Outcome outcome) {
        report.result().put("cases", title).put("setting", setting.title()).put("frames", outcome.frames())
                .put("askedPerFrame", outcome.askedPerFrame()).put("waitedPerFrame", outcome.waitedPerFrame())
                .put("accepted", outcome.accepted()).put("heldToAccepted", outcome.heldToAccepted())
                .put("acceptedToHeld", outcome.acceptedToHeld()).put("otherResults", outcome.otherResults())
                .put("escapes", outcome.wrong().escapes()).put("falseRejects", outcome.wrong().falseRejects());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}

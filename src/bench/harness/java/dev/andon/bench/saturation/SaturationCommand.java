package dev.andon.bench.saturation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.bench.plant.Cluster;
import dev.andon.bench.plant.CommonOptions;
import dev.andon.bench.plant.Contender;
import dev.andon.bench.plant.ContenderOptions;
import dev.andon.bench.plant.Layout;
import dev.andon.bench.plant.Picked;
import dev.andon.bench.plant.Workplace;
import dev.andon.bench.report.Report;
import dev.andon.bench.report.Spread;
import dev.andon.bench.report.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code andon bench saturation}. */
@Command(name = "saturation", mixinStandardHelpOptions = true, showDefaultValues = true, description = {
    "How full each contender keeps the model: the share of its slots' time that is busy, beside a bare loop over HTTP."})
public final class SaturationCommand implements Callable<Integer> {

    private static final int KILO = 1_000;
    private static final int MEGA = 1_000_000;
    private static final double HOT = 0.9;

    private static final List<Contender> CONTENDERS = List.of(Contender.BARE, Contender.ANDON, Contender.DECIDING,
            Contender.THREADS_1, Contender.THREADS_4, Contender.THREADS_8, Contender.MAP_VALUES,
            Contender.JOINED, Contender.PARALLEL, Contender.FLINK_100,
            Contender.FLINK_1000);

    private static final List<Layout> LAYOUTS = List.of(
            new Layout("one-line", 1, 1, 0, 5, 100 * KILO),
            new Layout("balanced", 8, 16, 0, 5, 100 * KILO),
            new Layout("hot-line", 8, 16, HOT, 5, 100 * KILO),
            new Layout("ten-samples", 8, 16, 0, 10, 100 * KILO),
            new Layout("megabyte", 8, 16, 0, 5, MEGA),
            new Layout("megabyte-line", 1, 1, 0, 5, MEGA));

    @Spec
    private CommandSpec command;

    @Mixin
    private CommonOptions options;

    @Mixin
    private ContenderOptions contenders;

    @Option(names = "--layouts", split = ",", paramLabel = "NAME", description = "Only these: one-line, balanced, hot-line, ten-samples, megabyte, megabyte-line.")
    private List<String> layouts = List.of();

    @Option(names = "--warm-up", paramLabel = "SECONDS", description = "Before anything is counted (default: 10; 6 with --quick). Processor time per frame falls for minutes, while code is compiled.")
    private @Nullable Integer warmUp;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Layout> chosenLayouts = chosenLayouts();
        List<Contender> chosenContenders = chosenContenders();
        Report report = options.begin("saturation");
        Scale scale = scale();
        System.out.printf(Locale.ROOT, "%d slots, %d ms ± %.0f %% a call, %d windows of %d s in each of %d runs%n",
                scale.slots(), scale.latency().typical().toMillis(), scale.latency().spread() * 100, scale.windows(),
                scale.window().toSeconds(), scale.runs());
        try (Workplace workplace = options.workplace(); Cluster cluster = Cluster.start(workplace.path())) {
            Saturation saturation = new Saturation(cluster, scale);
            for (Layout layout : chosenLayouts) {
                saturation.prepare(layout);
                show(layout, measure(saturation, layout, chosenContenders, scale), report);
                options.write(report);
            }
        }
        return 0;
    }

    private Scale scale() {
        Scale usual = options.quick() ? Scale.QUICK : Scale.FULL;
        return warmUp == null ? usual : usual.warmedUpFor(Duration.ofSeconds(warmUp));
    }

    private static Map<Contender, List<Window>> measure(Saturation saturation, Layout layout,
            List<Contender> contenders, Scale scale) throws InterruptedException {
        Map<Contender, List<Window>> all = new EnumMap<>(Contender.class);
        for (int run = 1; run <= scale.runs(); run++) {
            for (Contender contender : contenders) {
                try {
                    all.computeIfAbsent(contender, _ -> new ArrayList<>())
                            .addAll(saturation.run(contender, layout, run));
                } catch (IOException e) {
                    System.err.println(contender.title() + " failed at " + layout.name() + ": " + e.getMessage());
                }
            }
        }
        return all;
    }

    private static void show(Layout layout, Map<Contender, List<Window>> all, Report report) {
        System.out.printf(Locale.ROOT, "%n%s: %d partitions, %d lines%s, N = %d, %d KB%n", layout.name(),
                layout.partitions(), layout.lines(), layout.hotShare() > 0 ? ", 90 % of the frames of one" : "",
                layout.samples(), layout.imageBytes() / KILO);
        double bare = spread(Objects.requireNonNull(all.get(Contender.BARE)), Window::busyShare).median();
        Table table = new Table("contender", "busy", "of bare loop", "frames/s", "seen/s", "cores", "CPU ms/frame",
                "disorder");
        all.forEach((contender, windows) -> {
            if (!windows.isEmpty()) {
                row(table, contender, windows, bare);
                json(report.result(), layout, contender, windows, bare);
            }
        });
        System.out.print(table);
    }

    private static void row(Table table, Contender contender, List<Window> windows, double bare) {
        Spread busy = spread(windows, Window::busyShare);
        table.row(contender.title(), number(busy.median(), 3), busy.over(bare).text(3),
                number(spread(windows, Window::askedRate).median(), 1),
                contender == Contender.BARE ? "" : number(spread(windows, Window::seenRate).median(), 1),
                number(spread(windows, Window::cores).median(), 2),
                spread(windows, Window::cpuSeconds).over(1e-3).text(1),
                contender == Contender.BARE ? "" : Long.toString(violations(windows)));
    }

    private static void json(ObjectNode node, Layout layout, Contender contender, List<Window> windows, double bare) {
        node.put("layout", layout.name()).put("partitions", layout.partitions()).put("lines", layout.lines())
                .put("hotShare", layout.hotShare()).put("samples", layout.samples())
                .put("imageBytes", layout.imageBytes()).put("contender", contender.title());
        node.set("busyShare", Report.json(spread(windows, Window::busyShare)));
        node.set("ofBareLoop", Report.json(spread(windows, Window::busyShare).over(bare)));
        node.set("framesPerSecond", Report.json(spread(windows, Window::askedRate)));
        node.set("seenPerSecond", Report.json(spread(windows, Window::seenRate)));
        node.set("cores", Report.json(spread(windows, Window::cores)));
        node.set("cpuSecondsPerFrame", Report.json(spread(windows, Window::cpuSeconds)));
        node.put("disorder", violations(windows));
    }

    private static long violations(List<Window> windows) {
        return windows.stream().mapToLong(Window::violations).max().orElse(0);
    }

    private static Spread spread(List<Window> windows, ToDoubleFunction<Window> value) {
        return Spread.of(windows.stream().mapToDouble(value).boxed().toList());
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private List<Layout> chosenLayouts() {
        return options.quick() && layouts.isEmpty()
                ? LAYOUTS.subList(0, 3)
                : Picked.of(LAYOUTS, Layout::name, layouts, "--layouts", command);
    }

    private List<Contender> chosenContenders() {
        return Stream.concat(Stream.of(Contender.BARE), contenders.wanted(CONTENDERS).stream()).distinct()
                .toList();
    }
}

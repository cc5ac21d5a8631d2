package dev.andon.bench.scale;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.bench.plant.Cluster;
import dev.andon.bench.plant.CommonOptions;
import dev.andon.bench.plant.Layout;
import dev.andon.bench.plant.Workplace;
import dev.andon.bench.report.Report;
import dev.andon.bench.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code andon bench scale}. */
@Command(name = "scale", mixinStandardHelpOptions = true, showDefaultValues = true, description = {
    "Many lines with tiny frames, a fast model and sentence vectors that cost nothing: how many frames a second, whether "
            + "the lines go on alike, how long frames take at half that rate, and how large the state is."})
public final class ScaleCommand implements Callable<Integer> {

    private static final int PARTITIONS = 8;
    private static final int SAMPLES = 5;
    private static final int IMAGE = 2_500;

    private static final double MEGA = 1e6;

    @Mixin
    private CommonOptions options;

    @Option(names = "--lines", paramLabel = "N", description = "Rounded up to a multiple of 8, the partitions.")
    private int lines = 1_000;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report = options.begin("scale");
        Layout layout = new Layout("scale", PARTITIONS, Math.ceilDiv(Math.max(1, lines), PARTITIONS) * PARTITIONS, 0,
                SAMPLES, IMAGE);
        System.out.printf(Locale.ROOT, "%d lines on %d partitions, %.1f KB, N = %d, 64 slots, 10 ms ± 25 %% a call%n",
                layout.lines(), PARTITIONS, IMAGE / 1e3, SAMPLES);
        try (Workplace workplace = options.workplace(); Cluster cluster = Cluster.start(workplace.path())) {
            Observed observed = new ScaleRun(cluster, layout, options.quick() ? Scale.QUICK : Scale.FULL).measure();
            System.out.printf("%n%s", table(observed));
            json(report, layout, observed);
            options.write(report);
        }
        return 0;
    }

    private static Table table(Observed observed) {
        Table table = new Table("what", "value");
        table.row("frames/s, as many as it can", number(observed.rate(), 0));
        table.row("CPU ms/frame, likewise", number(observed.cpuSeconds() * 1e3, 2));
        table.row("frames of the line that came least far, of the mean", number(observed.progress().least(), 2));
        table.row("frames of the line that came farthest, of the mean", number(observed.progress().most(), 2));
        table.row("ms from append to visible at half that rate, p50", Long.toString(observed.millis().at(0.5)));
        table.row("likewise, p99", Long.toString(observed.millis().at(0.99)));
        table.row("frames in all", Long.toString(observed.frames()));
        table.row("of them not seen in time", Long.toString(observed.notSeen()));
        table.row("out of order or twice", Long.toString(observed.disorder()));
        table.row("state on the disk, MB", number(observed.stateBytes() / MEGA, 1));
        observed.changelogBytes().forEach((store, bytes) -> table.row("changelog of " + store + " on the broker, MB",
                number(bytes / MEGA, 1)));
        table.row("resident set, MB", number(observed.resident(), 0));
        return table;
    }

    private static void json(Report report, Layout layout, Observed observed) {
        ObjectNode node = report.result().put("lines", layout.lines()).put("partitions", layout.partitions())
                .put("samples", layout.samples()).put("imageBytes", layout.imageBytes())
                .put("framesPerSecond", observed.rate()).put("cpuSecondsPerFrame", observed.cpuSeconds())
                .put("leastProgress", observed.progress().least()).put("mostProgress", observed.progress().most())
                .put("millisP50", observed.millis().at(0.5)).put("millisP99", observed.millis().at(0.99))
                .put("frames", observed.frames()).put("notSeen", observed.notSeen())
                .put("disorder", observed.disorder()).put("stateBytes", observed.stateBytes())
                .put("residentMegabytes", observed.resident());
        ObjectNode changelogs = node.putObject("changelogBytes");
        observed.changelogBytes().forEach(changelogs::put);
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}

package dev.andon.bench.cameras;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.andon.bench.plant.Cluster;
import dev.andon.bench.plant.CommonOptions;
import dev.andon.bench.plant.Workplace;
import dev.andon.bench.report.Report;
import dev.andon.bench.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code andon bench cameras}. */
@Command(name = "cameras", mixinStandardHelpOptions = true, showDefaultValues = true, description = {
    "Processor time and memory for each camera of 1080p at 25 pictures a second (H.264), decoded by ffmpeg without hardware,"
            + " measured and published. Needs ffmpeg."})
public final class CamerasCommand implements Callable<Integer> {

    private static final List<Taking> TAKINGS = List.of(new Taking("2 of 25 pictures a second", "rate: 2"),
            new Taking("2, scaled to 1280 pixels", "rate: 2, width: 1280"),
            new Taking("1, key frames only", "keyFramesOnly: true"),
            new Taking("all 25", "quality: 90"));

    @Mixin
    private CommonOptions options;

    @Option(names = "--cameras", paramLabel = "K", description = "At once.")
    private int cameras = 1;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report = options.begin("cameras");
        Table table = new Table("taken", "frames/s", "ffmpeg: % of a core", "andon: % of a core", "together",
                "ffmpeg: MB");
        try (Workplace workplace = options.workplace(); Cluster cluster = Cluster.start(workplace.path())) {
            Path film = Film.shoot(workplace.path());
            CamerasRun run = new CamerasRun(cluster, film, cameras, Duration.ofSeconds(options.quick() ? 20 : 60));
            for (Taking taking : TAKINGS) {
                Cost cost = run.watch(taking);
                table.row(taking.title(), number(cost.frames(), 2), number(100 * cost.ffmpeg(), 1),
                        number(100 * cost.andon(), 1), number(100 * (cost.ffmpeg() + cost.andon()), 1),
                        number(cost.resident(), 0));
                report.result().put("taken", taking.title()).put("cameras", cameras)
                        .put("framesPerSecond", cost.frames())
                        .put("ffmpegShareOfCore", cost.ffmpeg()).put("andonShareOfCore", cost.andon())
                        .put("ffmpegMegabytes", cost.resident());
                options.write(report);
            }
        }
        System.out.printf("%n%sFor each camera.%n", table);
        return 0;
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}

package dev.andon.bench.cameras;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.andon.bench.plant.Cluster;
import dev.andon.bench.plant.CommittedReader;
import dev.andon.bench.plant.Contender;
import dev.andon.bench.plant.Cpu;
import dev.andon.bench.plant.Layout;
import dev.andon.bench.plant.Resident;
import dev.andon.bench.work.Job;
import dev.andon.demo.cluster.ChildProcess;

/** Watches the program as shipped while it takes pictures of some cameras. One thread. */
final class CamerasRun {

    private static final Layout LAYOUT = new Layout("cameras", 2, 2, 0, 5, 0);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final String NO_MODEL = "http://127.0.0.1:1/v1";

    private final Cluster cluster;
    private final Path film;
    private final int cameras;
    private final Duration time;

    CamerasRun(Cluster cluster, Path film, int cameras, Duration time) {
        this.cluster = cluster;
        this.film = film;
        this.cameras = cameras;
        this.time = time;
    }

    Cost watch(Taking taking) throws IOException, InterruptedException {
        cluster.provision(LAYOUT);
        Job job = cluster.job(LAYOUT, taking.title().replaceAll("\\W+", "-"), NO_MODEL, 1, 0);
        Path file = Files.writeString(Files.createDirectories(job.directory()).resolve("cameras.yaml"), yaml(taking));
        try (CommittedReader reader = new CommittedReader(job.config(), List.of(job.frames()));
                ChildProcess child = Contender.ANDON.start(job,
                        List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED"),
                        List.of("--roles", "ingest", "--set", "ingest.cameras=" + file))) {
            count(reader, START_LIMIT, child, true);
            count(reader, WARM_UP, child, false);
            Duration andon = Cpu.of(child.pid());
            Duration ffmpeg = ffmpeg(child);
            long start = System.nanoTime();
            long frames = count(reader, time, child, false);
            double seconds = (System.nanoTime() - start) / 1e9;
            double share = 1 / seconds / cameras;
            return new Cost(frames * share, seconds(ffmpeg(child).minus(ffmpeg)) * share,
                    seconds(Cpu.of(child.pid()).minus(andon)) * share, resident(child) / cameras);
        } finally {
            cluster.delete(job);
        }
    }

    private String yaml(Taking taking) {
        return IntStream.range(0, cameras).mapToObj(camera -> """
              - camera: cam-%d
                line: %s
                video: {file: %s, loop: true}
                pictures: {%s}
            """.formatted(camera, LAYOUT.lineNames().get(camera % 2), film, taking.pictures()))
                .collect(Collectors.joining("", "cameras:\n", ""));
    }

    /** Counts frames for a while, or until the first ones have come. */
    private static long count(CommittedReader reader, Duration limit, ChildProcess child, boolean first)
            throws IOException {
        long frames = 0;
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end && !(first && frames > 0)) {
            frames += reader.poll(POLL).count();
            if (!child.isAlive()) {
                throw new IOException(child.describe());
            }
        }
        if (frames == 0) {
            throw new IOException("no frame comes: " + child.describe());
        }
        return frames;
    }

    private static List<Long> ffmpegs(ChildProcess child) {
        return ProcessHandle.of(child.pid()).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid)
                .toList();
    }

    private static Duration ffmpeg(ChildProcess child) {
        return ffmpegs(child).stream().map(Cpu::of).reduce(Duration.ZERO, Duration::plus);
    }

    private static double resident(ChildProcess child) {
        return ffmpegs(child).stream().mapToDouble(pid -> Resident.of(pid).orElse(0)).sum();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}

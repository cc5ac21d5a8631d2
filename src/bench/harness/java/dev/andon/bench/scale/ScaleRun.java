package dev.andon.bench.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.andon.bench.plant.Cluster;
import dev.andon.bench.plant.Contender;
import dev.andon.bench.plant.Cpu;
import dev.andon.bench.plant.Decided;
import dev.andon.bench.plant.Feed;
import dev.andon.bench.plant.Layout;
import dev.andon.bench.plant.OrderCheck;
import dev.andon.bench.plant.Outputs;
import dev.andon.bench.plant.Resident;
import dev.andon.bench.report.Quantiles;
import dev.andon.bench.stub.Latency;
import dev.andon.bench.stub.StubProcess;
import dev.andon.bench.work.Job;
import dev.andon.demo.cluster.ChildProcess;

/**
 * Runs many lines: some frames of each to warm up, then more at once than can be decided, then half as many a second as
 * were decided then. One thread.
 */
final class ScaleRun {

    private static final Contender CONTENDER = Contender.FREE_VECTORS;
    private static final int CALLS = 64;
    private static final Latency CALL = new Latency(Duration.ofMillis(10), 0.25, 0);

    /** Of the frames that it finds at once these are not counted, since it still reads them, or runs out of them. */
    private static final double BEGINNING = 0.2;
    private static final double END = 0.2;

    /** How many times as long as planned something may take. */
    private static final int PATIENCE = 4;
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Cluster cluster;
    private final Layout layout;
    private final Scale scale;

    private final OrderCheck order = new OrderCheck();
    private long sent;

    ScaleRun(Cluster cluster, Layout layout, Scale scale) {
        this.cluster = cluster;
        this.layout = layout;
        this.scale = scale;
    }

    Observed measure() throws IOException, InterruptedException {
        cluster.provision(layout);
        try (StubProcess stub = StubProcess.start(cluster.directory().resolve("stub"), CALLS, CALL, 1)) {
            Job job = cluster.job(layout, layout.name(), stub.baseUrl().toString(), CALLS, 0);
            try (Outputs outputs = new Outputs(CONTENDER, job);
                    Feed feed = new Feed(layout, job);
                    ChildProcess child = CONTENDER.start(job)) {
                double rate = warmUp(feed, outputs, child);
                Saturated saturated = saturated(rate, feed, outputs, child);
                List<Decided> half = half(saturated.rate(), feed, outputs, child);
                if (half.isEmpty()) {
                    throw new IOException("it does not keep up with half of its own rate: " + child.describe());
                }
                double resident = Resident.of(child.pid()).orElse(0);
                child.stop(STOP_LIMIT);
                return new Observed(saturated.rate(), saturated.cpuSeconds(), saturated.progress(),
                        new Quantiles(half.stream().map(Decided::totalMillis).toList()), sent, sent - order.count(),
                        order.violations(), bytes(job.directory().resolve("state")), cluster.changelogBytes(job),
                        resident);
            }
        }
    }

    private double warmUp(Feed feed, Outputs outputs, ChildProcess child) throws IOException {
        fill(feed, layout.lines());
        collect(outputs, child, layout.lines(), START_LIMIT);
        long frames = (long) scale.warmUp() * layout.lines();
        fill(feed, frames);
        long start = System.nanoTime();
        List<Decided> decided = collect(outputs, child, frames, START_LIMIT);
        return decided.size() / secondsSince(start);
    }

    private record Saturated(double rate, double cpuSeconds, Progress progress) {}

    private Saturated saturated(double guess, Feed feed, Outputs outputs, ChildProcess child) throws IOException {
        long perLine = Math.max(1, Math.round(guess * scale.saturated().toSeconds() / layout.lines()));
        long frames = perLine * layout.lines();
        Duration limit = scale.saturated().multipliedBy(PATIENCE);
        fill(feed, frames);
        collect(outputs, child, Math.round(frames * BEGINNING), limit);
        Duration cpu = Cpu.of(child.pid());
        long start = System.nanoTime();
        List<Decided> decided = collect(outputs, child, Math.round(frames * (1 - BEGINNING - END)), limit);
        double seconds = secondsSince(start);
        double used = Cpu.of(child.pid()).minus(cpu).toNanos() / 1e9;
        collect(outputs, child, sent - order.count(), limit);
        return new Saturated(decided.size() / seconds, used / decided.size(),
                Progress.of(decided, layout.lineNames()));
    }

    private List<Decided> half(double rate, Feed feed, Outputs outputs, ChildProcess child)
            throws IOException, InterruptedException {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Long> feeding = thread.submit(() -> feed.poisson(rate / 2, scale.half(), 1));
            List<Decided> decided = new ArrayList<>();
            while (!feeding.isDone()) {
                decided.addAll(collect(outputs, child, 1, POLL));
            }
            sent += feeding.get();
            decided.addAll(collect(outputs, child, sent - order.count(), scale.half()));
            return decided;
        } catch (ExecutionException e) {
            throw new IOException("the frames are not sent", e.getCause());
        }
    }

    private void fill(Feed feed, long frames) throws IOException {
        feed.fill(frames);
        sent += frames;
    }

    private List<Decided> collect(Outputs outputs, ChildProcess child, long wanted, Duration limit)
            throws IOException {
        List<Decided> decided = new ArrayList<>();
        long end = System.nanoTime() + limit.toNanos();
        while (decided.size() < wanted && System.nanoTime() < end) {
            decided.addAll(outputs.poll(POLL));
            if (!child.isAlive()) {
                throw new IOException(child.describe());
            }
        }
        decided.forEach(order::add);
        return decided;
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long bytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(ScaleRun::size).sum();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.andon.bench.saturation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.andon.bench.plant.Cluster;
import dev.andon.bench.plant.Contender;
import dev.andon.bench.plant.Cpu;
import dev.andon.bench.plant.Decided;
import dev.andon.bench.plant.Feed;
import dev.andon.bench.plant.Layout;
import dev.andon.bench.plant.OrderCheck;
import dev.andon.bench.plant.Outputs;
import dev.andon.bench.stub.Stats;
import dev.andon.bench.stub.StubProcess;
import dev.andon.bench.work.Job;
import dev.andon.demo.cluster.ChildProcess;

/** Measures one contender at one layout: it finds more frames than it can decide, and works on them. One thread. */
final class Saturation {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Cluster cluster;
    private final Scale scale;

    Saturation(Cluster cluster, Scale scale) {
        this.cluster = cluster;
        this.scale = scale;
    }

    /** Makes the topics of a layout and fills them. */
    void prepare(Layout layout) throws IOException, InterruptedException {
        cluster.provision(layout);
        try (Feed feed = new Feed(layout, cluster.job(layout, "feed", "http://127.0.0.1:1/v1", 1, 1))) {
            feed.fill(scale.frames(layout));
        }
    }

    /** One run: several windows of the steady part. */
    List<Window> run(Contender contender, Layout layout, long seed) throws IOException, InterruptedException {
        Path directory = cluster.directory().resolve("stubs").resolve(contender.title() + "-" + seed + "-"
                + layout.name());
        try (StubProcess stub = StubProcess.start(directory, scale.slots(), scale.latency(), seed)) {
            Job job = cluster.job(layout, contender.title(), stub.baseUrl().toString(), scale.slots(),
                    contender.commitMillis());
            cluster.createOutput(job);
            try (Outputs outputs = new Outputs(contender, job); ChildProcess child = contender.start(job)) {
                List<Window> windows = windows(stub, child, outputs, layout);
                child.stop(STOP_LIMIT);
                return windows;
            }
        }
    }

    private List<Window> windows(StubProcess stub, ChildProcess child, Outputs outputs, Layout layout)
            throws IOException, InterruptedException {
        awaitCalls(stub, child);
        OrderCheck order = new OrderCheck();
        read(outputs, order, scale.warmUp());
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < scale.windows(); i++) {
            Stats before = stub.stats();
            Duration cpu = Cpu.of(child.pid());
            long decided = order.count();
            long start = System.nanoTime();
            read(outputs, order, scale.window());
            Stats after = stub.stats();
            double seconds = (System.nanoTime() - start) / 1e9;
            double used = Cpu.of(child.pid()).minus(cpu).toNanos() / 1e9;
            double frames = (double) (after.calls() - before.calls()) / layout.samples();
            if (!child.isAlive()) {
                throw new IOException(child.describe());
            }
            windows.add(new Window(after.busyShareSince(before), frames / seconds,
                    (order.count() - decided) / seconds, used / seconds, used / frames, order.violations()));
        }
        return windows;
    }

    private static void read(Outputs outputs, OrderCheck order, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            for (Decided decided : outputs.poll(POLL)) {
                order.add(decided);
            }
        }
    }

    private static void awaitCalls(StubProcess stub, ChildProcess child) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (stub.stats().calls() == 0) {
            if (!child.isAlive() || System.nanoTime() > end) {
                throw new IOException("it asks nothing: " + child.describe());
            }
            Thread.sleep(POLL);
        }
    }
}

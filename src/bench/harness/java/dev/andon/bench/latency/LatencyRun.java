package dev.andon.bench.latency;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.andon.bench.plant.Cluster;
import dev.andon.bench.plant.Cpu;
import dev.andon.bench.plant.Decided;
import dev.andon.bench.plant.Feed;
import dev.andon.bench.plant.Layout;
import dev.andon.bench.plant.Outputs;
import dev.andon.bench.stub.StubProcess;
import dev.andon.bench.work.Job;
import dev.andon.demo.cluster.ChildProcess;

/** Measures one scenario: frames arrive by chance, and a reader of committed records waits for each. One thread. */
final class LatencyRun {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(20);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Cluster cluster;
    private final Scenario scenario;
    private final Layout layout;
    private final int run;

    LatencyRun(Cluster cluster, Scenario scenario, int run) {
        this.cluster = cluster;
        this.scenario = scenario;
        this.run = run;
        this.layout = scenario.layout(run);
    }

    Observed measure() throws IOException, InterruptedException {
        cluster.provision(layout);
        Path directory = cluster.directory().resolve("stubs").resolve(layout.name());
        try (StubProcess stub = StubProcess.start(directory, scenario.slots(), scenario.latency(), run)) {
            Job job = cluster.job(layout, scenario.contender().title(), stub.baseUrl().toString(), scenario.slots(),
                    scenario.contender().commitMillis());
            cluster.createOutput(job);
            try (Outputs outputs = new Outputs(scenario.contender(), job);
                    Feed feed = new Feed(layout, job);
                    ChildProcess child = scenario.contender().start(job)) {
                long first = warmUp(feed, outputs, child);
                Observed observed = observe(feed, outputs, child, first);
                child.stop(STOP_LIMIT);
                return observed;
            }
        }
    }

    /** A frame alone until it is decided, then traffic until everything is compiled and caught up. */
    private long warmUp(Feed feed, Outputs outputs, ChildProcess child) throws IOException, InterruptedException {
        feed.fill(1);
        if (collect(outputs, child, 1, START_LIMIT).isEmpty()) {
            throw new IOException("it decides nothing: " + child.describe());
        }
        long sent = feed.poisson(scenario.rate(layout), scenario.warmUp(), -1 - run);
        collect(outputs, child, sent, DRAIN_LIMIT);
        return sent + 1;
    }

    private Observed observe(Feed feed, Outputs outputs, ChildProcess child, long first)
            throws IOException, InterruptedException {
        Duration cpu = Cpu.of(child.pid());
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Long> feeding = thread.submit(() -> feed.poisson(scenario.rate(layout), scenario.time(), run));
            List<Decided> decided = new ArrayList<>();
            while (!feeding.isDone()) {
                decided.addAll(outputs.poll(POLL));
            }
            long sent = feeding.get();
            decided.removeIf(each -> each.frame() < first);
            decided.addAll(collect(outputs, child, sent - decided.size(), DRAIN_LIMIT));
            decided.removeIf(each -> each.frame() < first);
            double seconds = Cpu.of(child.pid()).minus(cpu).toNanos() / 1e9;
            return new Observed(decided, sent - decided.size(), seconds / Math.max(1, decided.size()));
        } catch (ExecutionException e) {
            throw new IOException("the frames are not sent", e.getCause());
        }
    }

    private static List<Decided> collect(Outputs outputs, ChildProcess child, long wanted, Duration limit)
            throws IOException {
        List<Decided> decided = new ArrayList<>();
        long end = System.nanoTime() + limit.toNanos();
        while (decided.size() < wanted && System.nanoTime() < end) {
            decided.addAll(outputs.poll(POLL));
            if (!child.isAlive()) {
                throw new IOException(child.describe());
            }
        }
        return decided;
    }
}

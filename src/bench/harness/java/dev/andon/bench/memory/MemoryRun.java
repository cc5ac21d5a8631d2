package dev.andon.bench.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.andon.bench.memory.Series.Point;
import dev.andon.bench.plant.Cluster;
import dev.andon.bench.plant.CommittedReader;
import dev.andon.bench.plant.Contender;
import dev.andon.bench.plant.Feed;
import dev.andon.bench.plant.Resident;
import dev.andon.bench.stub.Stats;
import dev.andon.bench.stub.StubProcess;
import dev.andon.bench.work.Job;
import dev.andon.config.TopicsConfig;
import dev.andon.demo.cluster.ChildProcess;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Watches the program as shipped, with little heap, in one scenario. One thread. */
final class MemoryRun {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final Scenario scenario;
    private final String heap;

    private long accepted;
    private long forPeople;

    /** @param heap for instance {@code 512m} */
    MemoryRun(Cluster cluster, Scenario scenario, String heap) {
        this.cluster = cluster;
        this.scenario = scenario;
        this.heap = heap;
    }

    Observed watch() throws IOException, InterruptedException {
        cluster.provision(scenario.layout());
        Path directory = cluster.directory().resolve("stubs").resolve(scenario.title());
        try (StubProcess stub = StubProcess.start(directory, Scenario.CALLS, scenario.latency(), 1)) {
            Job job = cluster.job(scenario.layout(), scenario.title(), stub.baseUrl().toString(), Scenario.CALLS, 0)
                    .withEmbedding();
            try {
                return watch(stub, job);
            } finally {
                cluster.delete(job);
            }
        }
    }

    private Observed watch(StubProcess stub, Job job) throws IOException, InterruptedException {
        GcLog log = new GcLog(Files.createDirectories(job.directory()).resolve("gc.log"));
        TopicsConfig topics = job.config().topics();
        try (Feed feed = new Feed(scenario.layout(), job);
                CommittedReader reader = new CommittedReader(job.config(),
                        List.of(topics.accepted(), topics.humanReview()))) {
            feed.fill(Math.max(1, scenario.backlog()));
            long start = System.nanoTime();
            try (ChildProcess child = Contender.ANDON.start(job, flags(log))) {
                awaitFirst(reader, topics, child);
                double from = secondsSince(start);
                Stats before = stub.stats();
                Series resident = watch(feed, reader, topics, child, start);
                double busy = stub.stats().busyShareSince(before);
                double seconds = secondsSince(start) - from;
                child.stop(STOP_LIMIT);
                return new Observed(accepted, forPeople, busy, seconds, log.left().since(from), resident);
            }
        }
    }

    private List<String> flags(GcLog log) {
        return List.of("-Xmx" + heap, "--enable-native-access=ALL-UNNAMED", "-XX:+ExitOnOutOfMemoryError", log.flag());
    }

    private void awaitFirst(CommittedReader reader, TopicsConfig topics, ChildProcess child) throws IOException {
        long start = System.nanoTime();
        while (accepted == 0) {
            count(reader, topics, child);
            if (System.nanoTime() - start > START_LIMIT.toNanos()) {
                throw new IOException("it accepts nothing: " + child.describe());
            }
        }
    }

    /** Frames come by chance in the background, where they come at all. */
    private Series watch(Feed feed, CommittedReader reader, TopicsConfig topics, ChildProcess child, long start)
            throws IOException, InterruptedException {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Long> feeding = thread
                    .submit(() -> scenario.load() > 0 ? feed.poisson(scenario.rate(), scenario.time(), 1) : 0);
            List<Point> resident = new ArrayList<>();
            long end = System.nanoTime() + scenario.time().toNanos();
            while (System.nanoTime() < end) {
                count(reader, topics, child);
                Resident.of(child.pid()).ifPresent(found -> resident.add(new Point(secondsSince(start), found)));
            }
            feeding.get();
            return new Series(resident);
        } catch (ExecutionException e) {
            throw new IOException("the frames are not sent", e.getCause());
        }
    }

    private void count(CommittedReader reader, TopicsConfig topics, ChildProcess child) throws IOException {
        long end = System.nanoTime() + POLL.toNanos();
        for (long left = POLL.toNanos(); left > 0; left = end - System.nanoTime()) {
            ConsumerRecords<byte[], byte[]> records = reader.poll(Duration.ofNanos(left));
            records.records(topics.accepted()).forEach(_ -> accepted++);
            records.records(topics.humanReview()).forEach(_ -> forPeople++);
        }
        if (!child.isAlive()) {
            throw new IOException(child.describe());
        }
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

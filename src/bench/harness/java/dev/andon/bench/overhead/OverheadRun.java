package dev.andon.bench.overhead;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.andon.bench.plant.Cluster;
import dev.andon.bench.plant.CommittedReader;
import dev.andon.bench.plant.Contender;
import dev.andon.bench.plant.Cpu;
import dev.andon.bench.plant.Feed;
import dev.andon.bench.plant.Layout;
import dev.andon.bench.stub.Latency;
import dev.andon.bench.stub.StubProcess;
import dev.andon.bench.work.Job;
import dev.andon.demo.cluster.ChildProcess;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Measures one stage: its process finds more frames than it can decide, and the processor time that it uses is counted
 * between two points at which it is warm and busy. One thread.
 *
 * <p>The frames are written while the process is there and all consumers are held back, so that it has seen none of them
 * before and finds them all at once.
 */
final class OverheadRun {

    private static final int PARTITIONS = 8;
    private static final int LINES = 16;
    private static final int SAMPLES = 5;
    private static final int IMAGE = 100_000;
    private static final int CALLS = 64;
    private static final Latency NONE = new Latency(Duration.ZERO, 0, 0);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Stretch FIRST = Stretch.of(LINES, 90);

    private final Cluster cluster;
    private final Scale scale;

    OverheadRun(Cluster cluster, Scale scale) {
        this.cluster = cluster;
        this.scale = scale;
    }

    /** A record as the program writes it about a frame. */
    byte[] specimen() throws IOException, InterruptedException {
        Layout layout = layout("specimen");
        cluster.provision(layout);
        Job job = cluster.job(layout, layout.name(), "http://127.0.0.1:1/v1", CALLS, 0);
        try (CommittedReader reader = reader(Contender.ENGINE, job);
                Feed feed = new Feed(layout, job);
                ChildProcess child = Contender.ENGINE.start(job)) {
            feed.fill(1);
            long end = System.nanoTime() + FIRST.limit().toNanos();
            while (child.isAlive() && System.nanoTime() < end) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                    return record.value();
                }
            }
            throw new IOException("it decides nothing: " + child.describe());
        }
    }

    /** One run. */
    Count measure(Stage stage, byte[] specimen, int round) throws IOException, InterruptedException {
        Layout layout = layout(stage.title() + "-" + round);
        cluster.provision(layout);
        Path directory = cluster.directory().resolve("stubs").resolve(layout.name());
        try (StubProcess stub = StubProcess.start(directory, CALLS, NONE, round)) {
            Job job = stage.of(cluster.job(layout, stage.title(), stub.baseUrl().toString(), CALLS,
                    stage.contender().commitMillis()));
            cluster.createOutput(job);
            Files.createDirectories(job.directory());
            Files.write(job.specimen(), specimen);
            try {
                return measure(stage, layout, job);
            } finally {
                cluster.delete(job);
            }
        }
    }

    private Count measure(Stage stage, Layout layout, Job job) throws IOException, InterruptedException {
        Scale own = scale.times(stage.frames());
        try (CommittedReader reader = reader(stage.contender(), job); Feed feed = new Feed(layout, job)) {
            if (stage.startsBehind()) {
                feed.fill(own.frames());
            }
            try (ChildProcess child = stage.contender().start(job)) {
                if (!stage.startsBehind()) {
                    feed.fill(FIRST.frames());
                }
                count(reader, child, FIRST);
                if (!stage.startsBehind()) {
                    fillUnseen(feed, own.frames(), job);
                }
                count(reader, child, own.warmUp());
                Count count = count(reader, child, own.counted());
                child.stop(STOP_LIMIT);
                return count;
            }
        }
    }

    private void fillUnseen(Feed feed, long frames, Job job) throws IOException, InterruptedException {
        cluster.readSlowly(job, true);
        feed.fill(frames);
        cluster.readSlowly(job, false);
    }

    private static Count count(CommittedReader reader, ChildProcess child, Stretch stretch) throws IOException {
        Duration cpu = Cpu.of(child.pid());
        long start = System.nanoTime();
        long frames = 0;
        long bytes = 0;
        while (frames < stretch.frames() && System.nanoTime() - start < stretch.limit().toNanos()) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                frames++;
                bytes += record.value().length;
            }
            if (!child.isAlive()) {
                throw new IOException(child.describe());
            }
        }
        if (frames == 0) {
            throw new IOException("it decides nothing for " + stretch.limit().toSeconds() + " s: " + child.describe());
        }
        return new Count(frames, bytes, (System.nanoTime() - start) / 1e9,
                Cpu.of(child.pid()).minus(cpu).toNanos() / 1e9);
    }

    private static CommittedReader reader(Contender contender, Job job) {
        return new CommittedReader(job.config(), List.of(contender.output(job)));
    }

    private static Layout layout(String name) {
        return new Layout(name, PARTITIONS, LINES, 0, SAMPLES, IMAGE);
    }
}

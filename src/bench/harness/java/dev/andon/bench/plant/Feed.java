package dev.andon.bench.plant;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.avro.Preparation;
import dev.andon.bench.work.Job;
import dev.andon.config.AndonConfig;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Sha256;
import dev.andon.ingest.FramePublisher;
import dev.andon.topology.provisioning.TopicSchemas;
import org.jspecify.annotations.Nullable;

/** Writes frames of a layout. Their numbers go on for as long as the feed lives. One thread. */
public final class Feed implements AutoCloseable {

    private final Layout layout;
    private final List<String> lines;
    private final Pictures pictures;
    private final Codecs codecs;
    private final FramePublisher publisher;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private long next;

    /** A feed into the topic of a job. */
    public Feed(Layout layout, Job job) throws IOException {
        AndonConfig config = job.config();
        this.layout = layout;
        this.lines = layout.lineNames();
        this.pictures = new Pictures(layout.imageBytes(), 1);
        this.codecs = Wiring.codecs(config);
        Preparation prepared = codecs.prepare(List.of(TopicSchemas.frames(config.topics())), false);
        if (!(prepared instanceof Preparation.Ready)) {
            throw new IOException("the schema is not registered: " + prepared);
        }
        this.publisher = new FramePublisher(() -> Cluster.producer(config), config.topics().frames(),
                codecs.frames()::encode);
    }

    /** Writes so many frames and waits until the broker has them. */
    public void fill(long frames) throws IOException {
        for (long i = 0; i < frames; i++) {
            send();
        }
        flush();
    }

    /**
     * Writes frames as they come by chance.
     *
     * @param rate frames a second
     * @return how many
     */
    public long poisson(double rate, Duration time, long seed) throws IOException, InterruptedException {
        Arrivals arrivals = new Arrivals(rate, seed);
        long start = System.nanoTime();
        long sent = 0;
        while (true) {
            double due = arrivals.next();
            if (due > time.toNanos() / 1e9) {
                flush();
                return sent;
            }
            long wait = start + (long) (due * 1e9) - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
            }
            send();
            sent++;
        }
    }

    private void send() {
        long number = next++;
        byte[] image = pictures.picture(number);
        Frame frame = new Frame(new FrameId(Long.toString(number)), new LineId(lines.get(layout.lineOf(number))), "cam",
                null, null, null, null, Instant.now(), "image/jpeg", image.length, Sha256.hex(image),
                new ImageSource.Inline(ImageBytes.of(image)), null);
        var _ = publisher.publish(frame).whenComplete((_, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
    }

    private void flush() throws IOException {
        publisher.flush();
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IOException("a frame is not written", failed);
        }
    }

    @Override
    public void close() {
        publisher.close();
        codecs.close();
    }
}

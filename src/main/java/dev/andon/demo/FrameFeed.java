package dev.andon.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

import dev.andon.app.StopSignal;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Sha256;
import dev.andon.demo.cameras.Shot;
import dev.andon.demo.cameras.SyntheticCamera;
import dev.andon.demo.summary.SentFrame;
import dev.andon.ingest.FramePublisher;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the cameras see, in turn, and keeps the truth about it in memory. Frame ids are random numbers. A camera
 * waits while too many frames are undecided, so that the broker holds no more than it has to. One thread starts it, any
 * thread may ask.
 */
final class FrameFeed {

    private static final int UNDECIDED_PER_LINE = 16;
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final DemoOptions options;
    private final List<SyntheticCamera> cameras;
    private final FramePublisher publisher;
    private final LongSupplier decided;
    private final StallWatch watch;
    private final StopSignal stop;
    private final InstantSource clock;
    private final Map<String, SentFrame> sent = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /**
     * Cameras that are not running yet.
     *
     * @param decided how many frames the program is done with
     * @param limit   without any progress after which the feed gives up
     */
    FrameFeed(DemoOptions options, List<SyntheticCamera> cameras, FramePublisher publisher, LongSupplier decided,
            StopSignal stop, Duration limit, InstantSource clock) {
        this.options = options;
        this.cameras = cameras;
        this.publisher = publisher;
        this.decided = decided;
        this.watch = new StallWatch(count::get, decided, limit, clock);
        this.stop = stop;
        this.clock = clock;
    }

    /** Frames handed to the producer so far. */
    long count() {
        return count.get();
    }

    /** What a frame shows that the broker has; null where there is none of this id. */
    @Nullable
    SentFrame find(String frameId) {
        return sent.get(frameId);
    }

    /** Waits until the program is done with every frame. Returns false where it makes no more progress. */
    boolean awaitQuiet() throws InterruptedException {
        while (!watch.quiet() && !watch.stalled()) {
            Thread.sleep(PAUSE);
        }
        return watch.quiet();
    }

    /**
     * Sends until there is nothing more to send, or somebody stops it.
     *
     * @return every frame that the broker has
     * @throws IOException if one could not be written
     */
    List<SentFrame> run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        SplittableRandom ids = new SplittableRandom(options.seed());
        for (int i = 0; i < cameras.size(); i++) {
            int turn = i;
            RandomGenerator own = ids.split();
            threads.add(Thread.ofVirtual().name(cameras.get(i).cameraId()).start(() -> film(turn, own, start)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        publisher.flush();
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IOException("a frame could not be sent", failed);
        }
        return List.copyOf(sent.values());
    }

    /** The camera's frames have every so-many-th number of all. */
    private void film(int turn, RandomGenerator ids, long start) {
        try {
            for (long number = turn; number < options.frames(); number += cameras.size()) {
                Shot shot = cameras.get(turn).next();
                if (!awaitTurn(number, start)) {
                    return;
                }
                send(cameras.get(turn), shot, new FrameId(new UUID(ids.nextLong(), ids.nextLong()).toString()));
            }
        } catch (InterruptedException | RuntimeException e) {
            fail(e);
        }
    }

    private boolean awaitTurn(long number, long start) throws InterruptedException {
        Duration due = Duration.ofNanos(start + (long) (number / options.rate() * 1e9) - System.nanoTime());
        if (due.isPositive() && stop.await(due)) {
            return false;
        }
        long undecided = (long) UNDECIDED_PER_LINE * cameras.size();
        while (number >= decided.getAsLong() + undecided && !stop.await(PAUSE)) {
            if (watch.stalled()) {
                stop.request();
            }
        }
        return !stop.requested();
    }

    private void send(SyntheticCamera camera, Shot shot, FrameId id) {
        Frame frame = new Frame(id, new LineId(camera.lineId()), camera.cameraId(), null, null, null,
                camera.partNumber(), clock.instant(), "image/jpeg", shot.jpeg().size(),
                Sha256.hex(shot.jpeg().array()), new ImageSource.Inline(shot.jpeg()), null);
        var truth = shot.truth();
        count.incrementAndGet();
        var _ = publisher.publish(frame).whenComplete((position, failed) -> {
            if (failed != null) {
                fail(failed);
            } else {
                sent.put(id.value(), new SentFrame(id.value(), camera.lineId(), position, truth.label(),
                        truth.result(), truth.trouble() != null));
            }
        });
    }

    private void fail(Throwable cause) {
        failure.compareAndSet(null, cause);
        stop.request();
    }
}

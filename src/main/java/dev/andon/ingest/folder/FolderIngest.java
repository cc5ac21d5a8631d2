package dev.andon.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import dev.andon.ingest.Carriage;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.FramePublisher;
import dev.andon.ingest.Made;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the images of a folder as they come, oldest first, until it is told to stop. What nobody may see of them is not
 * published, but the files themselves stay as they are, wherever they are moved. One thread.
 *
 * <pre>
 *   in the folder ──whole──▶ read ──▶ sent ──written by all replicas──▶ done
 *        ▲                    │         │
 *        │                    │         └──▶ not written: stays, and is sent again
 *        │                    └──▶ no frame can be made of it: failed, with the reason beside it
 *        └── killed in between: published again under the same frame id, which is recognised downstream
 * </pre>
 */
public final class FolderIngest {

    /** Between two looks at the folder, and after something failed. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** How long an image waits for what has to stand beside it. */
    private static final Duration FOR_SIDE_CAR = Duration.ofMinutes(1);

    /** For what is under way, at the end. */
    private static final Duration LAST = Duration.ofSeconds(10);

    private static final int MOST_SAID = 1_000;

    /** Hears of each file. */
    public interface Progress {

        void published(Path file, Frame frame, Position position);

        /**
         * It was put aside.
         *
         * @param reason what is wrong with it, and what to do
         */
        void failed(Path file, String reason);

        /** Something is wrong that may go by; nothing is lost. Said once for each cause. */
        void delayed(String detail);
    }

    private record Sent(Arrival arrival, Frame frame, @Nullable Position position, @Nullable Throwable failure) {}

    private final DropFolder folder;
    private final Arrivals arrivals;
    private final FolderFrames frames;
    private final FramePublisher publisher;
    private final Progress progress;
    private final Shelf done;
    private final Shelf failed;
    private final InstantSource clock;
    private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    private final Set<Arrival> underWay = new HashSet<>();

    /** Published, but not to be moved: they are not published again. */
    private final Set<Arrival> stuck = new HashSet<>();

    /** What was said of delays: it is seen anew with each look at the folder. */
    private final Set<String> said = new HashSet<>();

    /**
     * Makes the directories.
     *
     * @throws IOException if the folder cannot be read, or a directory cannot be used; the message says what to do
     */
    public FolderIngest(DropFolder folder, FrameMaker maker, Carriage carriage, FramePublisher publisher,
            Progress progress, InstantSource clock) throws IOException {
        if (!Files.isDirectory(folder.path())) {
            throw new IOException(folder.path() + " is no directory: make it, or name another one");
        }
        this.folder = folder;
        this.arrivals = new Arrivals(folder, clock);
        this.frames = new FolderFrames(folder, maker, carriage);
        this.publisher = publisher;
        this.progress = progress;
        this.done = new Shelf(folder.path(), folder.done());
        this.failed = new Shelf(folder.path(), folder.failed());
        this.clock = clock;
    }

    /** Publishes until it is told to stop; then waits a little for what is under way. */
    public void run(BooleanSupplier told) throws InterruptedException {
        while (!told.getAsBoolean()) {
            look(told);
            hear(PAUSE);
        }
        long end = System.nanoTime() + LAST.toNanos();
        while (!underWay.isEmpty() && System.nanoTime() < end) {
            hear(PAUSE);
        }
    }

    /** Sends what has come, until it is told to stop. */
    void look(BooleanSupplier told) {
        try {
            for (Arrival arrival : arrivals.look()) {
                if (told.getAsBoolean()) {
                    return;
                }
                if (!underWay.contains(arrival)) {
                    take(arrival);
                }
            }
        } catch (IOException e) {
            delayed(folder.path() + " cannot be read: " + e);
        }
    }

    private void take(Arrival arrival) {
        try {
            if (stuck.contains(arrival)) {
                finish(arrival);
            } else if (!lacksSideCar(arrival.path())) {
                take(arrival, frames.make(arrival));
            } else if (!clock.instant().isBefore(arrival.seen().plus(FOR_SIDE_CAR))) {
                putAside(arrival, "there is no " + SideCar.of(arrival.path()).getFileName() + " beside it");
            }
        } catch (NoSuchFileException e) {
            // Somebody took it away.
        } catch (IOException e) {
            delayed(arrival.path() + ": " + e);
        }
    }

    private void take(Arrival arrival, Made made) throws IOException {
        switch (made) {
            case Made.Ready(Frame frame) -> {
                underWay.add(arrival);
                CompletableFuture<Position> _ = publisher.publish(frame).whenComplete(
                        (position, failure) -> sent.add(new Sent(arrival, frame, position, failure)));
            }
            case Made.Unfit(String detail) -> putAside(arrival, detail);
        }
    }

    private boolean lacksSideCar(Path image) {
        return folder.sideCars() == DropFolder.SideCars.REQUIRED && !Files.exists(SideCar.of(image));
    }

    /** Hears what became of what was sent, for a while. */
    void hear(Duration atMost) throws InterruptedException {
        Sent first = sent.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        for (Sent one = first; one != null; one = sent.poll()) {
            underWay.remove(one.arrival());
            try {
                settle(one);
            } catch (IOException e) {
                delayed(one.arrival().path() + ": " + e);
            }
        }
    }

    private void settle(Sent one) throws IOException {
        Position position = one.position();
        if (position != null) {
            stuck.add(one.arrival());
            progress.published(one.arrival().path(), one.frame(), position);
            finish(one.arrival());
        } else if (one.failure() instanceof RecordTooLargeException) {
            putAside(one.arrival(), "the topic does not take it: " + one.failure().getMessage());
        } else {
            delayed(one.arrival().path() + " is not written yet and is sent again: " + one.failure());
        }
    }

    private void finish(Arrival arrival) throws IOException {
        done.take(arrival.path());
        stuck.remove(arrival);
    }

    private void putAside(Arrival arrival, String reason) throws IOException {
        failed.take(arrival.path(), reason);
        progress.failed(arrival.path(), reason);
    }

    private void delayed(String detail) {
        if (said.size() >= MOST_SAID) {
            said.clear();
        }
        if (said.add(detail)) {
            progress.delayed(detail);
        }
    }
}

package dev.andon.ingest.buffer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.core.frame.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a camera that are not acknowledged, in order. Any thread, with one lock, which is also held while a file is
 * written or read; {@link #status()} needs none.
 *
 * <pre>
 *   oldest                                                         newest
 *   ┌────────────────────┬──────────────────────────────────────────────┐
 *   │ handed to Kafka    │ waiting                                      │
 *   │ in memory; perhaps │ all in memory, while there is room for all;  │ ◀── offer
 *   │ on disk besides    │ otherwise on disk                            │
 *   └────────────────────┴──────────────────────────────────────────────┘
 *    │ acknowledged     ▲ │ next
 *    ▼                  └─┘
 * </pre>
 *
 * <p>With a spool, the first frame that finds no room in memory sends all that is there to disk, those handed to Kafka
 * besides, and goes there itself; so does everything that comes until the disk has been read to its end. A frame leaves the
 * disk when it is acknowledged. So the order is kept, and a process that is killed loses what was in memory alone. Where
 * the disk does not take a frame for another reason than its bound, the frame stays in memory as long as there is room.
 *
 * <p>A frame that was handed to Kafka may stand in the topic, acknowledged or not: it is never given up for others.
 */
final class Backlog {

    /**
     * What became of an offer.
     *
     * @param loss        the frames that were given up: older ones, or this one where it was not taken
     * @param diskFailure why the disk did not take a frame; null where it did or was not asked to
     */
    record Offer(boolean taken, Loss loss, @Nullable String diskFailure) {}

    /** What is to be sent next. */
    sealed interface Next {

        /** A frame; from now on it counts as handed to Kafka. */
        record Ready(Held held, Frame frame) implements Next {}

        /** Nothing, until something comes or is acknowledged. */
        record Nothing() implements Next {}

        /** There was no frame where one should have been. The one after it is next. */
        record SetAside(Path place, String detail) implements Next {}

        /** The next frame cannot be read now. */
        record Stuck(String detail) implements Next {}
    }

    private final BufferPolicy policy;
    private final InstantSource clock;

    @GuardedBy("this")
    private final FrameStore store;

    @GuardedBy("this")
    private final SequencedSet<Held> handed = new LinkedHashSet<>();

    @GuardedBy("this")
    private final Deque<Held> waiting;

    @GuardedBy("this")
    private final Counts counts;

    @GuardedBy("this")
    private long nextNumber;

    /** Nothing is taken any more. */
    @GuardedBy("this")
    private boolean shut;

    /** Nothing is sent any more either. */
    @GuardedBy("this")
    private boolean closed;

    private volatile BufferStatus status;

    /** @param spool with what an earlier run left; closed together with this; null for none */
    Backlog(BufferPolicy policy, @Nullable SpoolDirectory spool, InstantSource clock) {
        this.policy = policy;
        this.clock = clock;
        store = new FrameStore(policy, spool);
        waiting = new ArrayDeque<>(store.found());
        nextNumber = waiting.isEmpty() ? 0 : waiting.getLast().number + 1;
        counts = new Counts(waiting.size());
        status = look();
    }

    BufferStatus status() {
        return status;
    }

    /**
     * Takes a frame, or gives one up by the policy.
     *
     * @throws InterruptedException if the thread is interrupted while it waits for room; the frame was not offered then
     */
    synchronized Offer offer(Frame frame) throws InterruptedException {
        List<Frame> older = new ArrayList<>();
        int count = 0;
        while (!shut) {
            FrameStore.Lack lack = place(frame);
            if (lack == FrameStore.Lack.NOTHING) {
                return offered(true, Drop.Cause.FULL, count, older);
            }
            if (policy.onFull() == BufferPolicy.OnFull.WAIT) {
                wait();
            } else if (policy.onFull() == BufferPolicy.OnFull.DROP_OLDEST && giveUpOldest(lack, older)) {
                count++;
            } else {
                older.add(frame);
                return offered(false, Drop.Cause.FULL, count + 1, older);
            }
        }
        return offered(false, Drop.Cause.CLOSED, 1, List.of(frame));
    }

    /**
     * Hands out the oldest frame that waits.
     *
     * @param fromDisk whether it may be read from disk
     */
    synchronized Next next(boolean fromDisk) {
        Held first = closed ? null : waiting.peek();
        if (first == null) {
            return new Next.Nothing();
        }
        Frame frame = first.frame;
        if (frame != null) {
            return handOut(first, frame);
        }
        boolean room = store.fits(first) || handed.isEmpty();
        return fromDisk && room ? wake(first) : new Next.Nothing();
    }

    /**
     * All replicas have it.
     *
     * @return whether it overtook an earlier one
     */
    synchronized boolean acknowledged(Held held) {
        if (closed) {
            return false;
        }
        boolean overtook = handed.getFirst() != held;
        counts.overtaken += overtook ? 1 : 0;
        counts.published++;
        remove(held);
        return overtook;
    }

    /** Kafka never takes it. */
    synchronized void refused(Held held) {
        if (!closed) {
            counts.drop(Drop.Cause.REFUSED, 1);
            remove(held);
        }
    }

    /** From now on nothing is taken; who waits for room is sent away. */
    synchronized void shut() {
        shut = true;
        notifyAll();
    }

    /** Leaves on disk what can be left there, and gives up the rest. From now on nothing is handed out either. */
    synchronized Offer close() {
        shut = true;
        closed = true;
        FrameStore.Lack _ = spill();
        List<Held> lost = all().filter(held -> held.file == null).toList();
        List<Frame> frames = new ArrayList<>();
        for (Held held : lost) {
            giveUp(held, frames);
        }
        handed.removeAll(lost);
        waiting.removeAll(lost);
        for (Held held : all().filter(one -> one.frame != null).toList()) {
            store.sleep(held);
        }
        store.close();
        counts.drop(Drop.Cause.CLOSED, lost.size());
        changed();
        return new Offer(false, loss(Drop.Cause.CLOSED, lost.size(), frames), store.diskFailure());
    }

    @GuardedBy("this")
    private Offer offered(boolean taken, Drop.Cause cause, int count, List<Frame> frames) {
        Offer offer = new Offer(taken, loss(cause, count, frames), store.diskFailure());
        counts.offered++;
        counts.drop(cause, count);
        changed();
        return offer;
    }

    @GuardedBy("this")
    private FrameStore.Lack place(Frame frame) {
        Held held = Held.of(nextNumber, frame, clock.instant());
        if (store.asleep() == 0 && store.fits(held)) {
            return append(held);
        }
        FrameStore.Lack lack = spill();
        if (lack == FrameStore.Lack.NOTHING) {
            lack = store.write(held);
        }
        if (lack == FrameStore.Lack.NOTHING) {
            append(held);
            store.sleep(held);
        } else if (lack == FrameStore.Lack.MEMORY && store.fits(held)) {
            return append(held);
        }
        return lack;
    }

    @GuardedBy("this")
    private FrameStore.Lack append(Held held) {
        waiting.add(held);
        store.awake(held);
        nextNumber++;
        return FrameStore.Lack.NOTHING;
    }

    /** Sends everything to disk that is not there, oldest first; what was handed to Kafka stays in memory besides. */
    @GuardedBy("this")
    private FrameStore.Lack spill() {
        if (store.spooled() == handed.size() + waiting.size()) {
            return FrameStore.Lack.NOTHING;
        }
        for (Held held : all().filter(one -> one.file == null).toList()) {
            FrameStore.Lack lack = store.write(held);
            if (lack != FrameStore.Lack.NOTHING) {
                return lack;
            }
            if (!handed.contains(held)) {
                store.sleep(held);
            }
        }
        return FrameStore.Lack.NOTHING;
    }

    /** @return whether there was one whose end gives what is lacking */
    @GuardedBy("this")
    private boolean giveUpOldest(FrameStore.Lack lack, List<Frame> frames) {
        for (Iterator<Held> oldest = waiting.iterator(); oldest.hasNext();) {
            Held held = oldest.next();
            if (lack == FrameStore.Lack.DISK ? held.file != null : held.frame != null) {
                oldest.remove();
                giveUp(held, frames);
                return true;
            }
        }
        return false;
    }

    @GuardedBy("this")
    private void giveUp(Held held, List<Frame> frames) {
        Frame frame = store.look(held);
        if (frame != null) {
            frames.add(frame);
        }
        store.forget(held);
    }

    @GuardedBy("this")
    private Next handOut(Held first, Frame frame) {
        waiting.remove();
        handed.add(first);
        return new Next.Ready(first, frame);
    }

    @GuardedBy("this")
    private Next wake(Held first) {
        return switch (store.wake(first)) {
            case SpoolDirectory.Read.Whole(Frame frame) -> {
                Next next = handOut(first, frame);
                changed();
                yield next;
            }
            case SpoolDirectory.Read.Damaged(String detail) -> setAside(first, detail);
            case SpoolDirectory.Read.Failed(String detail) -> new Next.Stuck(detail);
        };
    }

    @GuardedBy("this")
    private Next setAside(Held damaged, String detail) {
        try {
            Path place = store.setAside(damaged);
            waiting.remove();
            counts.damaged++;
            changed();
            return new Next.SetAside(place, detail);
        } catch (IOException e) {
            return new Next.Stuck(detail + ", and cannot be put aside: " + e);
        }
    }

    @GuardedBy("this")
    private void remove(Held held) {
        handed.remove(held);
        store.forget(held);
        changed();
    }

    @GuardedBy("this")
    private Stream<Held> all() {
        return Stream.of(handed, waiting).flatMap(Collection::stream);
    }

    @GuardedBy("this")
    private Loss loss(Drop.Cause cause, int count, List<Frame> frames) {
        String detail = cause == Drop.Cause.CLOSED
                ? "the buffer was closed before Kafka acknowledged it"
                : "there is no room for frames that Kafka has not acknowledged: " + store + " are taken";
        return new Loss(new Drop(cause, detail), count, frames);
    }

    /** Something has come or gone: who waits for room looks again. */
    @GuardedBy("this")
    private void changed() {
        status = look();
        notifyAll();
    }

    @GuardedBy("this")
    private BufferStatus look() {
        Held oldest = handed.isEmpty() ? waiting.peek() : handed.getFirst();
        return new BufferStatus(counts.offered, counts.found, counts.published, counts.overtaken, counts.dropped,
                counts.damaged, handed.size() + waiting.size(), store.memoryBytes(), store.spooled(),
                store.spooledBytes(), oldest == null ? null : oldest.since);
    }
}

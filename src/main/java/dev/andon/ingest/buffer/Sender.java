package dev.andon.ingest.buffer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import dev.andon.ingest.Ending;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the frames of a backlog to Kafka, in order, again and again until each is acknowledged or refused. One thread, its
 * own, which Kafka's producer may block; any thread wakes it.
 *
 * <pre>
 *              one fails
 *   SENDING ──────────────▶ PAUSING   nothing is handed over until all under way have ended and the pause is over
 *     ▲                      │    ▲
 *     │ it is acknowledged   ▼    │ it fails: a longer pause
 *     └─────────────────── PROBING    the oldest alone
 * </pre>
 *
 * It begins with probing: where several are under way to a partition that a producer has never written to, Kafka may take a
 * later one first, if the partition is only just there, and refuses the first one for ever.
 *
 * <p>Those that failed go first, in their old order. A frame that was written although it seemed to fail is written twice; its
 * id is recognised downstream. One that is refused changes nothing for the others.
 */
final class Sender implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /** Between two looks at what is to be said. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    /** Of the pauses where somebody has to help. */
    private static final int SLOW_END = Integer.MAX_VALUE;

    private record Attempt(Held held, Frame frame) {}

    private record Ended(Attempt attempt, @Nullable Position position, @Nullable Throwable failure) {}

    private final Backlog backlog;
    private final FrameOut out;
    private final Sending sending;
    private final BufferListener listener;
    private final Announcer announcer;
    private final InstantSource clock;
    private final RandomGenerator random;

    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread thread;
    private volatile boolean finishing;

    /** What failed and goes first, by number. */
    private final TreeMap<Long, Attempt> again = new TreeMap<>();

    private int underWay;
    private int failures;
    private boolean probing = true;
    private @Nullable Instant pausedUntil;
    private @Nullable Instant troubledSince;
    private final Set<String> said = new HashSet<>();
    private boolean finished;

    Sender(Backlog backlog, FrameOut out, Sending sending, BufferListener listener, Announcer announcer,
            InstantSource clock, RandomGenerator random) {
        this.backlog = backlog;
        this.out = out;
        this.sending = sending;
        this.listener = listener;
        this.announcer = announcer;
        this.clock = clock;
        this.random = random;
    }

    /** Sends until it has finished or is interrupted. */
    @Override
    public void run() {
        Thread self = Thread.currentThread();
        thread = self;
        while (!finished && !self.isInterrupted()) {
            LockSupport.parkNanos(this, step().toNanos());
        }
    }

    /** There is something to look at. Any thread. */
    void wake() {
        Thread sleeping = thread;
        if (sleeping != null) {
            LockSupport.unpark(sleeping);
        }
    }

    /** Ends once nothing in memory is left to send. Any thread. */
    void finish() {
        finishing = true;
        wake();
    }

    /**
     * Does what can be done now.
     *
     * @return how long there is nothing to do if nobody wakes it
     */
    Duration step() {
        try {
            settle();
            announcer.look();
            if (pausedUntil == null || pauseIsOver(pausedUntil)) {
                pausedUntil = null;
                send();
            }
        } catch (RuntimeException e) {
            LOG.error("the sender of a buffer goes on after a mistake of this program", e);
            pause(SLOW_END);
        }
        return pausedUntil == null || underWay > 0 ? IDLE : shorter(IDLE, until(pausedUntil));
    }

    private boolean pauseIsOver(Instant end) {
        return underWay == 0 && !clock.instant().isBefore(end);
    }

    private void send() {
        Thread self = Thread.currentThread();
        while (pausedUntil == null && underWay < (probing ? 1 : sending.inFlight()) && !self.isInterrupted()) {
            Attempt next = next();
            if (next == null) {
                finished = finishing && pausedUntil == null && underWay == 0;
                return;
            }
            hand(next);
            settle();
        }
    }

    private @Nullable Attempt next() {
        Map.Entry<Long, Attempt> first = again.pollFirstEntry();
        if (first != null) {
            return first.getValue();
        }
        while (true) {
            switch (backlog.next(!finishing)) {
                case Backlog.Next.Ready(Held held, Frame frame) -> {
                    return new Attempt(held, frame);
                }
                case Backlog.Next.Nothing() -> {
                    return null;
                }
                case Backlog.Next.SetAside(var place, String detail) ->
                    announcer.say(new Announcement.SetAside(place, detail));
                case Backlog.Next.Stuck(String detail) -> {
                    delay("disk", detail, true);
                    return null;
                }
            }
        }
    }

    private void hand(Attempt attempt) {
        underWay++;
        CompletableFuture<Position> written;
        try {
            written = out.publish(attempt.frame());
        } catch (RuntimeException e) {
            written = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<Position> _ = written.whenComplete((position, failure) -> {
            ended.add(new Ended(attempt, position, failure));
            wake();
        });
    }

    private void settle() {
        for (Ended one = ended.poll(); one != null; one = ended.poll()) {
            underWay--;
            if (one.position() != null) {
                acknowledged(one.attempt(), one.position());
            } else {
                failed(one.attempt(), cause(one.failure()));
            }
        }
    }

    private void acknowledged(Attempt attempt, Position position) {
        if (backlog.acknowledged(attempt.held())) {
            announcer.say(new Announcement.Overtaken(attempt.frame().id()));
        }
        resume();
        listener.published(attempt.frame(), position);
    }

    private void failed(Attempt attempt, Throwable failure) {
        Ending ending = Ending.of(failure);
        if (ending == Ending.REFUSED) {
            backlog.refused(attempt.held());
            announcer.lost(new Loss(new Drop(Drop.Cause.REFUSED, "Kafka never takes it: " + words(failure)), 1,
                    List.of(attempt.frame())));
            return;
        }
        again.put(attempt.held().number, attempt);
        if (!(failure instanceof InterruptException)) {
            delay(failure.getClass().getName(), "they cannot be sent: " + words(failure), ending == Ending.LASTING);
        }
    }

    private void delay(String kind, String detail, boolean lasting) {
        if (troubledSince == null) {
            troubledSince = clock.instant();
        }
        if (said.add(kind)) {
            announcer.say(new Announcement.Delayed(detail, lasting));
        }
        if (pausedUntil == null) {
            pause(lasting ? SLOW_END : failures);
            failures++;
            probing = true;
        }
    }

    private void pause(int k) {
        pausedUntil = clock.instant().plus(sending.pauses().pause(k, random));
    }

    private void resume() {
        failures = 0;
        probing = false;
        if (troubledSince != null) {
            announcer.say(new Announcement.Resumed(Duration.between(troubledSince, clock.instant())));
            troubledSince = null;
            said.clear();
        }
    }

    private Duration until(Instant end) {
        Duration rest = Duration.between(clock.instant(), end);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String words(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static Throwable cause(@Nullable Throwable failure) {
        if (failure == null) {
            return new IllegalStateException("neither written nor failed");
        }
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}

package dev.andon.async;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Ends the wait of a thread for records as soon as one of its tasks has news, so that it need not look every few
 * milliseconds. Any thread may ring; the thread that waits does the rest.
 */
public final class Bell {

    private final Runnable waker;
    private final Set<Ear> ears = new HashSet<>();
    private boolean waiting;
    private boolean rung;

    /** @param waker ends the wait that the thread is in, or else the next one; does not block */
    public Bell(Runnable waker) {
        this.waker = waker;
    }

    /** One that wakes nobody, for threads that look by themselves. */
    public static Bell silent() {
        return new Bell(() -> {});
    }

    /** A task that listens, until it is closed. */
    public final class Ear implements AutoCloseable {

        private final Supplier<Duration> longestWait;

        private Ear(Supplier<Duration> longestWait) {
            this.longestWait = longestWait;
        }

        @Override
        public void close() {
            synchronized (Bell.this) {
                ears.remove(this);
            }
        }
    }

    /**
     * Lets a task listen.
     *
     * @param longestWait is asked at the begin of each wait how long it may be where nobody rings
     */
    public synchronized Ear listen(Supplier<Duration> longestWait) {
        Ear ear = new Ear(longestWait);
        ears.add(ear);
        return ear;
    }

    /** There is news: to be called when it can be seen. */
    public synchronized void ring() {
        if (waiting && !rung) {
            rung = true;
            waker.run();
        }
    }

    /** From here on the thread waits; for how long at most. News that came before has to shorten what a task says. */
    public synchronized Duration beginWait(Duration wanted) {
        waiting = true;
        rung = false;
        return ears.stream().map(ear -> ear.longestWait.get()).min(Duration::compareTo)
                .filter(shortest -> shortest.compareTo(wanted) < 0).orElse(wanted);
    }

    /** The thread waits no longer; whether the waker was called, and perhaps has yet to show. */
    public synchronized boolean endWait() {
        waiting = false;
        return rung;
    }
}

package dev.andon.bench.stub;

import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/** What serves the calls: who waits longest goes first, and the time for which slots are busy adds up. Any thread. */
final class Slots {

    private final int size;
    private final LongSupplier nanoTime;
    private final Semaphore free;

    private int busy;
    private long busyNanos;
    private long changedAt;

    Slots(int size, LongSupplier nanoTime) {
        this.size = size;
        this.nanoTime = nanoTime;
        this.free = new Semaphore(size, true);
        this.changedAt = nanoTime.getAsLong();
    }

    int size() {
        return size;
    }

    int waiting() {
        return free.getQueueLength();
    }

    void enter() throws InterruptedException {
        free.acquire();
        count(1);
    }

    void leave() {
        count(-1);
        free.release();
    }

    /** Sum over all slots of the time for which they were busy until now. */
    synchronized long busyNanos() {
        count(0);
        return busyNanos;
    }

    private synchronized void count(int change) {
        long now = nanoTime.getAsLong();
        busyNanos += busy * (now - changedAt);
        changedAt = now;
        busy += change;
    }
}

package dev.andon.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The calls that may be under way at once; who waits longest goes first. Any thread. */
final class CallSlots {

    private final int size;
    private final Semaphore free;

    CallSlots(int size) {
        this.size = size;
        this.free = new Semaphore(size, true);
    }

    /** Takes a slot, waiting for one at most so long; whether it did. Who took one gives it back with {@link #leave}. */
    boolean enter(Duration atMost) throws InterruptedException {
        return free.tryAcquire(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
    }

    void leave() {
        free.release();
    }

    /** Calls under way. */
    int taken() {
        return size - free.availablePermits();
    }

    /** Threads that wait for a slot. */
    int waiting() {
        return free.getQueueLength();
    }
}

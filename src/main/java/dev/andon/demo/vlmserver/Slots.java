package dev.andon.demo.vlmserver;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Room for so many choices in service and so many waiting. Any thread. */
final class Slots {

    private final int size;
    private final int queue;
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();

    Slots(int size, int queue) {
        this.size = size;
        this.queue = queue;
        this.free = new Semaphore(size, true);
    }

    /** Takes slots, waiting for them if the queue has room. Returns whether they were taken. */
    boolean enter(int choices) throws InterruptedException {
        int wanted = wanted(choices);
        if (free.tryAcquire(wanted)) {
            return true;
        }
        try {
            if (waiting.addAndGet(wanted) > queue) {
                return false;
            }
            free.acquire(wanted);
            return true;
        } finally {
            waiting.addAndGet(-wanted);
        }
    }

    /** Gives back what {@link #enter} took. */
    void leave(int choices) {
        free.release(wanted(choices));
    }

    int busy() {
        return size - free.availablePermits();
    }

    int waiting() {
        return waiting.get();
    }

    private int wanted(int choices) {
        return Math.min(choices, size);
    }
}

package dev.andon.topology.inspect;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * How long a stream thread may still wait within one of its loops. Commits happen between loops, so that all waiting of
 * one loop counts against the transaction timeout, whichever task waits: the budget belongs to the thread. Any thread;
 * each has its own budget.
 */
final class Patience {

    private static final long SLICE_MILLIS = 5;

    private final long budgetNanos;
    private final LongSupplier nanoTime;
    private final ThreadLocal<Long> spent = ThreadLocal.withInitial(() -> 0L);

    /** @param nanoTime of a clock that never goes back */
    Patience(Duration perLoop, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.budgetNanos = perLoop.toNanos();
    }

    /** A new loop of the calling thread has begun. */
    void renew() {
        spent.set(0L);
    }

    /** Whether the calling thread has to go on. */
    boolean isExhausted() {
        return spent.get() >= budgetNanos;
    }

    /** Waits a few milliseconds for news, null if there are none. */
    <T> @Nullable T waitFor(BlockingQueue<T> news) {
        long start = nanoTime.getAsLong();
        try {
            return news.poll(SLICE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            spent.set(budgetNanos);
            return null;
        } finally {
            spent.set(spent.get() + nanoTime.getAsLong() - start);
        }
    }
}

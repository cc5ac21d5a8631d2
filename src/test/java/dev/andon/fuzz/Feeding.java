package dev.andon.fuzz;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Predicate;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/** Gives inputs to a reader and measures. Its own thread runs it; any thread asks for the current one. */
final class Feeding implements Runnable {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double MEGABYTE = 1 << 20;

    private final IntFunction<byte[]> inputs;
    private final Predicate<byte[]> reader;
    private final int from;
    private final int to;

    private volatile int current;
    private volatile long since = Long.MAX_VALUE;
    private volatile @Nullable Throwable thrown;
    private int understood;
    private long nanos;
    private long slowestNanos;
    private int slowestAt;
    private long mostAllocated;
    private int mostAllocatedAt;
    private long heapBefore;
    private long heapAfter;

    Feeding(IntFunction<byte[]> inputs, Predicate<byte[]> reader, int from, int to) {
        this.inputs = inputs;
        this.reader = reader;
        this.from = from;
        this.to = to;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // whatever a reader throws is a finding
    public void run() {
        try {
            for (int index = from; index < to; index++) {
                current = index;
                feed(inputs.apply(index));
                if (index == from + (to - from) / 10) {
                    heapBefore = usedHeap();
                }
            }
            heapAfter = usedHeap();
        } catch (Throwable e) {
            thrown = e;
        }
    }

    int current() {
        return current;
    }

    long nanosOfCurrent() {
        long start = since;
        return start == Long.MAX_VALUE ? 0 : System.nanoTime() - start;
    }

    @Nullable
    Throwable thrown() {
        return thrown;
    }

    /** How many of the inputs made sense to the reader in spite of their damage. */
    int understood() {
        return understood;
    }

    long mostAllocated() {
        return mostAllocated;
    }

    int mostAllocatedAt() {
        return mostAllocatedAt;
    }

    long heapGrowth() {
        return heapAfter - heapBefore;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT,
                "%,d inputs in %.1f s, %,.0f/s; %.0f %% understood; slowest %.1f ms (%d); most allocated %.1f MB (%d);"
                        + " heap %.1f, then %.1f MB",
                to - from, nanos / 1e9, (to - from) * 1e9 / nanos, 100.0 * understood / (to - from), slowestNanos / 1e6,
                slowestAt, mostAllocated / MEGABYTE, mostAllocatedAt, heapBefore / MEGABYTE, heapAfter / MEGABYTE);
    }

    private void feed(byte[] input) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        since = start;
        understood += reader.test(input) ? 1 : 0;
        since = Long.MAX_VALUE;
        took(System.nanoTime() - start, THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }

    private void took(long time, long allocated) {
        nanos += time;
        if (time > slowestNanos) {
            slowestNanos = time;
            slowestAt = current;
        }
        if (allocated > mostAllocated) {
            mostAllocated = allocated;
            mostAllocatedAt = current;
        }
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

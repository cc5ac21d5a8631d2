package dev.andon.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns Ctrl-C and SIGTERM into a wish that the command ends by itself, with all that it has to say: the virtual machine
 * waits for it, and ends with its exit code. Any thread.
 */
public final class StopSignal {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int INTERRUPTED = 130;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger exitCode = new AtomicInteger(INTERRUPTED);

    /** A signal that listens to the operating system from now on. */
    public static StopSignal listening() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop-signal").unstarted(signal::shutDown));
        return signal;
    }

    public boolean requested() {
        return requested.getCount() == 0;
    }

    public void request() {
        requested.countDown();
    }

    /** Waits, at most so long. Returns whether the end was wished for. */
    public boolean await(Duration time) throws InterruptedException {
        return requested.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Says that everything is cleaned up. */
    public void finished(int code) {
        exitCode.set(code);
        done.countDown();
    }

    private void shutDown() {
        boolean over = done.getCount() == 0;
        request();
        try {
            if (!over && done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(exitCode.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.andon.demo.cluster;

import java.io.IOException;
import java.time.Duration;

/** Waits until a child can be used. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Readiness() {}

    /** A question to a child: whether it is ready; an {@code IOException} says not yet. */
    interface Probe {
        boolean ready() throws IOException, InterruptedException;
    }

    /**
     * Asks until the child is ready.
     *
     * @throws IOException if the child ends or the limit passes before; the child is dead then
     */
    static void await(ChildProcess child, Duration limit, Probe probe) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try {
            while (!answers(probe)) {
                if (!child.isAlive() || System.nanoTime() - start > limit.toNanos()) {
                    throw new IOException("not ready after " + (System.nanoTime() - start) / 1_000_000
                            + " ms: " + child.describe());
                }
                Thread.sleep(PAUSE);
            }
        } catch (IOException | InterruptedException e) {
            child.kill();
            throw e;
        }
    }

    private static boolean answers(Probe probe) throws InterruptedException {
        try {
            return probe.ready();
        } catch (IOException e) {
            return false;
        }
    }
}

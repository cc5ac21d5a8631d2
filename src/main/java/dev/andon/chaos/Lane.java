package dev.andon.chaos;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does what is ordered for one part of the plant, one after the other, so that a slow one holds up nothing else. */
final class Lane implements AutoCloseable {

    private final String name;
    private final Chronicle record;
    private final ExecutorService thread;

    Lane(String name, Chronicle record) {
        this.name = name;
        this.record = record;
        this.thread = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("chaos-" + name).factory());
    }

    /** Something that is done to a part. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Returns at once. What fails is noted. */
    void order(Work work) {
        thread.execute(() -> {
            try {
                work.run();
            } catch (IOException | RuntimeException e) {
                record.trouble(name + ": " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Waits until everything is done that was ordered. */
    @Override
    public void close() {
        thread.close();
    }

    /** Gives up what is ordered and not done. */
    void abandon() {
        thread.shutdownNow();
    }
}

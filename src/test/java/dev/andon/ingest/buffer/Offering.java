package dev.andon.ingest.buffer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import dev.andon.core.frame.Frame;
import org.jspecify.annotations.Nullable;

/** A camera that offers a frame on a thread of its own, since it may have to wait. */
final class Offering {

    final CompletableFuture<Boolean> taken = new CompletableFuture<>();
    final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    final Thread thread;

    private Offering(Rig rig, Frame frame) {
        thread = Thread.ofPlatform().daemon().unstarted(() -> {
            try {
                taken.complete(rig.offer(frame));
            } catch (InterruptedException e) {
                failure.set(e);
            }
        });
    }

    /** Begins, and comes back once the frame was taken or not, or the camera waits. */
    static Offering of(Rig rig, Frame frame) {
        Offering offering = new Offering(rig, frame);
        offering.thread.start();
        boolean _ = offering.waits();
        return offering;
    }

    /** Whether the camera waits. */
    boolean waits() {
        while (true) {
            switch (thread.getState()) {
                case WAITING -> {
                    return true;
                }
                case TERMINATED -> {
                    return false;
                }
                default -> Thread.onSpinWait();
            }
        }
    }
}

package dev.andon.ingest.buffer;

import java.util.concurrent.CompletableFuture;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;

/** Where frames go; that of Kafka is {@code FramePublisher::publish}. Called by one thread. */
@FunctionalInterface
public interface FrameOut {

    /**
     * Sends a frame, and may block. It may throw as well; for the frame that is a failure like any other.
     *
     * @return where it stands, once it is safe there; otherwise completes exceptionally with Kafka's exception, on any
     *         thread
     */
    CompletableFuture<Position> publish(Frame frame);
}

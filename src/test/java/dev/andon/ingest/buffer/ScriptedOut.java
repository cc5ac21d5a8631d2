package dev.andon.ingest.buffer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import org.jspecify.annotations.Nullable;

/** Kafka by a script: what is handed over ends when and how the test says. One thread. */
final class ScriptedOut implements FrameOut {

    private record Call(String id, CompletableFuture<Position> written) {}

    private final Deque<Call> underWay = new ArrayDeque<>();

    /** Ids of what was handed over, in order. */
    final List<String> handed = new ArrayList<>();

    /** Ids of what stands in the topic, in order, repetitions included. */
    final List<String> topic = new ArrayList<>();

    private @Nullable RuntimeException thrown;
    private boolean once;

    @Override
    public CompletableFuture<Position> publish(Frame frame) {
        RuntimeException failure = thrown;
        if (failure != null) {
            thrown = once ? null : thrown;
            throw failure;
        }
        Call call = new Call(frame.id().value(), new CompletableFuture<>());
        handed.add(call.id());
        underWay.add(call);
        return call.written();
    }

    /** From now on nothing can be handed over; null for the opposite. */
    void refuseToTalk(@Nullable RuntimeException failure) {
        thrown = failure;
        once = false;
    }

    /** The next frame cannot be handed over. */
    void refuseOnce(RuntimeException failure) {
        thrown = failure;
        once = true;
    }

    int underWay() {
        return underWay.size();
    }

    /** Id of the oldest that is under way. */
    String oldest() {
        return underWay.getFirst().id();
    }

    /** Writes the oldest that is under way, and says so. */
    void write() {
        Call call = underWay.remove();
        topic.add(call.id());
        call.written().complete(new Position("frames", 0, topic.size() - 1));
    }

    /** Fails the oldest that is under way. */
    void fail(Exception failure) {
        underWay.remove().written().completeExceptionally(failure);
    }

    /** Writes the oldest, but its acknowledgement is lost. */
    void writeAndFail(Exception failure) {
        topic.add(oldest());
        fail(failure);
    }
}

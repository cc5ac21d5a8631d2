package dev.andon.core.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Asks a model. Any thread; blocks, so call it on a virtual thread. */
public interface Sampler {

    /**
     * How many samples one call may bring.
     *
     * @return at least 1
     */
    int samplesPerCall();

    /**
     * What is known of the server without asking it; cheap, so it may be looked at for each frame. Several servers count as
     * one that answers as long as any of them does.
     */
    default ServerState server() {
        return ServerState.UNKNOWN;
    }

    /** What is known of each server, under its name for people. */
    default Map<String, ServerState> servers() {
        return Map.of("vlm", server());
    }

    /**
     * Gets ready, so that first questions take no longer than later ones. A server that is away is no failure.
     *
     * @param atMost how long
     * @throws InterruptedException if the calling thread is interrupted
     */
    default void warmUp(Duration atMost) throws InterruptedException {}

    /**
     * Asks for samples {@code first} to {@code first + count - 1} in one call, each with its own seed
     * ({@code seed + index}), with retries until {@code deadline}. Failures are replies, not exceptions.
     *
     * @param seed     base of the frame's seeds
     * @param first    index of the first sample, at least 0
     * @param count    1 to {@link #samplesPerCall()}
     * @param deadline when to give up
     * @return exactly {@code count} replies, one per index, in order
     * @throws InterruptedException if the calling thread is interrupted: the answer is no longer wanted
     */
    List<Reply> ask(Question question, long seed, int first, int count, Instant deadline) throws InterruptedException;
}

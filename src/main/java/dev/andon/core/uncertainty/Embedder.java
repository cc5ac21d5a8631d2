package dev.andon.core.uncertainty;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.andon.core.sampling.ServerState;

/**
 * Turns sentences into vectors whose cosine says how alike they are. Any thread; may block, so call it on a virtual
 * thread.
 */
public interface Embedder {

    /** Name and version of the model, recorded with each score. */
    String name();

    /** Whether captions in this language (BCP 47 tag) can be told apart. */
    boolean knows(String language);

    /** What is known of each server that is asked, under its name for people; empty where none is. */
    default Map<String, ServerState> servers() {
        return Map.of();
    }

    /**
     * Embeds some texts. A server that cannot be had is a value, not an exception.
     *
     * @param texts    none blank
     * @param deadline when to give up; looked at where a server is asked
     * @throws IllegalArgumentException if a text is blank
     * @throws InterruptedException     if the calling thread is interrupted: the vectors are no longer wanted
     */
    Embeddings embed(List<String> texts, Instant deadline) throws InterruptedException;
}

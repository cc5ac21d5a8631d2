package dev.andon.core.uncertainty;

import java.util.List;

/** Turns sentences into vectors whose cosine says how alike they are. Any thread. */
public interface Embedder {

    /** Name and version of the model, recorded with each score. */
    String name();

    /** Whether captions in this language (BCP 47 tag) can be told apart. */
    boolean knows(String language);

    /**
     * One vector per text, in order, all of one length and none of it zero.
     *
     * @param texts none blank
     * @throws IllegalArgumentException if a text is blank
     */
    List<float[]> embed(List<String> texts);
}

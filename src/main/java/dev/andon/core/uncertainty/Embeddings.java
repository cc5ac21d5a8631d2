package dev.andon.core.uncertainty;

import java.util.List;

/** What became of the wish to embed some texts. */
public sealed interface Embeddings {

    /**
     * One vector per text.
     *
     * @param each in the order of the texts, all of one length and none of it zero. The arrays are shared: nobody
     *             changes them
     */
    record Vectors(List<float[]> each) implements Embeddings {

        public Vectors {
            each = List.copyOf(each);
        }
    }

    /** None within the given time, or none to be had. The detail is for people. */
    record Unavailable(String detail) implements Embeddings {}
}

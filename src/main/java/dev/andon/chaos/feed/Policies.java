package dev.andon.chaos.feed;

import java.util.List;
import java.util.random.RandomGenerator;

/** The policies of the lines, and every version that was ever written. Any thread. */
@SuppressWarnings("DoNotCallSuggester")
public final class Policies {

    /**
     * Writes the next version of a line's policy: another threshold, another N or another time limit. Does not wait
     * for the brokers.
     *
     * @param random chooses the line and the change
     */
    public Issued change(RandomGenerator random) {
        throw new UnsupportedOperationException(random.toString());
    }

    /** Every policy that was written, those of a line by version. */
    public List<Issued> issued() {
        throw new UnsupportedOperationException();
    }
}

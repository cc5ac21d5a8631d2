package dev.andon.core.uncertainty;

import java.util.List;

/**
 * Cosines between the captions of a frame's samples, one per pair i &lt; j, row by row: (0,1), (0,2), …, (1,2), ….
 *
 * @param count number of samples n, at least 2
 * @param pairs n (n − 1) / 2 values, each −1 to 1
 */
public record Cosines(int count, List<Double> pairs) {

    /** @throws IllegalArgumentException if the number of pairs does not belong to {@code count} */
    public Cosines {
        pairs = List.copyOf(pairs);
        if (pairs.size() != count * (count - 1) / 2) {
            throw new IllegalArgumentException(count + " samples have " + count * (count - 1) / 2 + " pairs, not "
                    + pairs.size());
        }
    }
}

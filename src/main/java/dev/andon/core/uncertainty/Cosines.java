package dev.andon.core.uncertainty;

import java.util.ArrayList;
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

    /** Of samples i and j, each 0 to n − 1, in any order; 1 for a sample and itself. */
    double between(int i, int j) {
        if (i == j) {
            return 1;
        }
        int row = Math.min(i, j);
        return pairs.get(row * (2 * count - row - 1) / 2 + Math.max(i, j) - row - 1);
    }

    /** Whether all captions have the same direction, as identical ones do. */
    boolean allAlike() {
        return pairs.stream().allMatch(cosine -> cosine == 1);
    }

    /**
     * Those between some of the samples.
     *
     * @param places of at least 2 different samples, in the order that they are to have
     */
    public Cosines at(List<Integer> places) {
        List<Double> chosen = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                chosen.add(between(places.get(i), places.get(j)));
            }
        }
        return new Cosines(places.size(), chosen);
    }
}

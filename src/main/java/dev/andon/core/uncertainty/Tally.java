package dev.andon.core.uncertainty;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often each of several things was said. The order in which they were said leaves no trace.
 *
 * @param counts number of times, each at least 1; at least one thing
 */
public record Tally<T>(Map<T, Integer> counts) {

    /** @throws IllegalArgumentException if nothing was said */
    public Tally {
        counts = Map.copyOf(counts);
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("nothing to count");
        }
    }

    /**
     * Counts equal things.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static <T> Tally<T> of(Collection<T> things) {
        Map<T, Integer> counts = new HashMap<>();
        things.forEach(thing -> counts.merge(thing, 1, Integer::sum));
        return new Tally<>(counts);
    }

    /** Number of all, at least 1. */
    public int total() {
        int total = 0;
        for (int count : counts.values()) {
            total += count;
        }
        return total;
    }

    /** Number of times that {@code thing} was said, at least 0. */
    public int count(T thing) {
        return counts.getOrDefault(thing, 0);
    }

    /** The most frequent things: several where they tie. */
    public Set<T> leaders() {
        int most = most();
        return counts.entrySet().stream().filter(entry -> entry.getValue() == most).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Share of {@code thing}, 0 to 1. */
    public double share(T thing) {
        return (double) count(thing) / total();
    }

    /**
     * Share of all but the most frequent thing, 0 to 1 − 1/n. One division of whole numbers, so that 3 of 10 is the
     * number written 0.3, which 1 − 0.7 is not.
     */
    public double disagreement() {
        return (double) (total() - most()) / total();
    }

    private int most() {
        return Collections.max(counts.values());
    }
}

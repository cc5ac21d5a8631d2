package dev.andon.core.uncertainty;

import java.util.Arrays;
import java.util.Collection;

/**
 * −Σ p ln p over the shares p of several groups, divided by ln n, where n is the number of all members: 0 for one
 * group, 1 where each is a group of its own.
 *
 * <p>The terms are added from the smallest group to the largest, so that the order of the groups does not show in the
 * last bit; {@link StrictMath} gives the same logarithm on every machine.
 */
final class Entropy {

    private Entropy() {}

    /** @param sizes number of members of each group, at least 1 each and 2 together */
    static double of(Collection<Integer> sizes) {
        int[] sorted = sizes.stream().mapToInt(Integer::intValue).sorted().toArray();
        int n = Arrays.stream(sorted).sum();
        double entropy = 0;
        for (int size : sorted) {
            double p = (double) size / n;
            entropy -= p * StrictMath.log(p);
        }
        return Math.clamp(entropy / StrictMath.log(n), 0.0, 1.0);
    }
}

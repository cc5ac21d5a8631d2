package dev.andon.core.uncertainty;

import java.util.ArrayList;
import java.util.List;

/**
 * Captions grouped by complete linkage: the two groups whose least alike members are the most alike become one, as long
 * as those have at least a given cosine. So every two captions of a group have it. Of several such pairs the first in
 * the order of the captions is taken.
 *
 * <p>One thread.
 */
final class MeaningGroups {

    private final double[][] links;
    private final List<List<Integer>> groups = new ArrayList<>();

    private MeaningGroups(Cosines cosines) {
        this.links = Spectrum.matrix(cosines, cosine -> cosine).getData();
        for (int i = 0; i < cosines.count(); i++) {
            groups.add(new ArrayList<>(List.of(i)));
        }
    }

    /** The groups, each with the numbers of its captions; by the least number. */
    static List<List<Integer>> of(Cosines cosines, double atLeast) {
        MeaningGroups grouping = new MeaningGroups(cosines);
        while (grouping.joinClosest(atLeast)) {
            // Until none are close enough.
        }
        return grouping.groups.stream().filter(group -> !group.isEmpty()).toList();
    }

    /** Whether there were two groups to join. */
    private boolean joinClosest(double atLeast) {
        double closest = Double.NEGATIVE_INFINITY;
        int into = 0;
        int from = 0;
        for (int i = 0; i < links.length; i++) {
            for (int j = i + 1; j < links.length; j++) {
                if (links[i][j] > closest && !groups.get(i).isEmpty() && !groups.get(j).isEmpty()) {
                    closest = links[i][j];
                    into = i;
                    from = j;
                }
            }
        }
        if (closest < atLeast) {
            return false;
        }
        join(into, from);
        return true;
    }

    /** The group {@code into} takes the members of {@code from}, and of their links the weaker ones. */
    private void join(int into, int from) {
        groups.get(into).addAll(groups.get(from));
        groups.get(from).clear();
        for (int k = 0; k < links.length; k++) {
            links[into][k] = Math.min(links[into][k], links[from][k]);
            links[k][into] = links[into][k];
        }
    }
}

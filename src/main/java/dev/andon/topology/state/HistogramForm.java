package dev.andon.topology.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.andon.core.calibration.Grid;
import dev.andon.core.calibration.Histogram;
import dev.andon.core.calibration.Outcome;
import dev.andon.core.calibration.Outcomes;

/** Histograms in state: pairs of index and count, for counts above 0. Pure functions. */
final class HistogramForm {

    private HistogramForm() {}

    static List<Integer> write(Histogram histogram) {
        List<Integer> pairs = new ArrayList<>();
        for (int index = 0; index < Grid.SIZE; index++) {
            if (histogram.at(index) > 0) {
                pairs.add(index);
                pairs.add(histogram.at(index));
            }
        }
        return pairs;
    }

    /** @throws IllegalArgumentException if it cannot have been written like this */
    static Histogram read(List<Integer> pairs) {
        int[] counts = new int[Grid.SIZE];
        int before = -1;
        for (int i = 0; i < pairs.size(); i += 2) {
            int index = pairs.get(i);
            if (index <= before || index >= Grid.SIZE || i + 1 == pairs.size() || pairs.get(i + 1) <= 0) {
                throw new IllegalArgumentException("no histogram is written as " + pairs);
            }
            counts[index] = pairs.get(i + 1);
            before = index;
        }
        return new Histogram(counts);
    }

    /** One histogram for each outcome, in their order. */
    static List<List<Integer>> write(Outcomes outcomes) {
        return Arrays.stream(Outcome.values()).map(outcomes::of).map(HistogramForm::write).toList();
    }

    /** @throws IllegalArgumentException if they cannot have been written like this */
    static Outcomes readOutcomes(List<List<Integer>> stored) {
        Outcome[] all = Outcome.values();
        if (stored.size() != all.length) {
            throw new IllegalArgumentException("there are " + stored.size() + " histograms for " + all.length
                    + " outcomes");
        }
        Map<Outcome, Histogram> histograms = new EnumMap<>(Outcome.class);
        for (int i = 0; i < all.length; i++) {
            histograms.put(all[i], read(stored.get(i)));
        }
        return new Outcomes(histograms);
    }
}

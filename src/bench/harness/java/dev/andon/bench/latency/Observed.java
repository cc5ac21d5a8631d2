package dev.andon.bench.latency;

import java.util.List;

import dev.andon.bench.plant.Decided;
import dev.andon.bench.report.Quantiles;

/**
 * What came of a run.
 *
 * @param decided    frames that were seen
 * @param missing    frames that were not seen in time
 * @param cpuSeconds of the contender per frame
 */
record Observed(List<Decided> decided, long missing, double cpuSeconds) {

    Observed {
        decided = List.copyOf(decided);
    }

    /** From append to visible, in milliseconds. */
    Quantiles total() {
        return new Quantiles(decided.stream().map(Decided::totalMillis).toList());
    }

    /** What was added to the slowest of the frame's own calls, in milliseconds. */
    Quantiles added() {
        return new Quantiles(decided.stream().map(Decided::addedMillis).toList());
    }
}

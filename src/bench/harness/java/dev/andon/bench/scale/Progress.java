package dev.andon.bench.scale;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

import dev.andon.bench.plant.Decided;

/**
 * How far the lines came in the same time, of which each had as much to do.
 *
 * @param least frames of the line with the fewest, over the mean of all lines
 * @param most  frames of the line with the most, likewise
 */
record Progress(double least, double most) {

    static Progress of(Collection<Decided> decided, List<String> lines) {
        Map<String, Long> counts = new HashMap<>();
        lines.forEach(line -> counts.put(line, 0L));
        decided.forEach(each -> counts.merge(each.line(), 1L, Long::sum));
        LongSummaryStatistics all = counts.values().stream().mapToLong(Long::longValue).summaryStatistics();
        return new Progress(all.getMin() / all.getAverage(), all.getMax() / all.getAverage());
    }
}

package dev.andon.replay;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Spans of time, counted by whole milliseconds: as many numbers as there are different ones, however many spans. One thread. */
public final class Durations {

    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private long all;

    void add(Duration duration) {
        add(duration.toMillis(), 1);
    }

    void add(Durations other) {
        other.counts.forEach(this::add);
    }

    private void add(long millis, long count) {
        counts.merge(millis, count, Long::sum);
        all += count;
    }

    /**
     * The shortest that is at least as long as this share of all, in milliseconds; empty where there is none.
     *
     * @param share above 0 and up to 1
     */
    public OptionalLong quantile(double share) {
        long wanted = (long) Math.ceil(share * all);
        long seen = 0;
        for (Map.Entry<Long, Long> count : counts.entrySet()) {
            seen += count.getValue();
            if (seen >= wanted) {
                return OptionalLong.of(count.getKey());
            }
        }
        return OptionalLong.empty();
    }
}

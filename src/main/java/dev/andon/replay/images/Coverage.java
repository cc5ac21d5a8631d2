package dev.andon.replay.images;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many inspections still have their image, and by which way.
 *
 * @param inspections all
 * @param byWay       those with an image, each counted by one way
 */
public record Coverage(long inspections, Map<Way, Long> byWay) {

    public static final Coverage NONE = new Coverage(0, Map.of());

    public Coverage {
        byWay = Collections.unmodifiableMap(byWay);
    }

    public long withImage() {
        return byWay.values().stream().mapToLong(Long::longValue).sum();
    }

    public long by(Way way) {
        return byWay.getOrDefault(way, 0L);
    }

    /** Of all, 0 to 1; 0 of none. */
    public double share() {
        return inspections == 0 ? 0 : (double) withImage() / inspections;
    }

    public Coverage plus(Coverage other) {
        Map<Way, Long> sum = new EnumMap<>(Way.class);
        byWay.forEach((way, count) -> sum.merge(way, count, Long::sum));
        other.byWay.forEach((way, count) -> sum.merge(way, count, Long::sum));
        return new Coverage(inspections + other.inspections, sum);
    }
}

package dev.andon.bench.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Amounts of memory over time. */
record Series(List<Point> points) {

    /**
     * An amount.
     *
     * @param seconds   since the process started
     * @param megabytes of 1024 · 1024 bytes
     */
    record Point(double seconds, double megabytes) {}

    private static final double MINUTE = 60;

    Series {
        points = List.copyOf(points);
    }

    /** From a time on. */
    Series since(double seconds) {
        return new Series(points.stream().filter(point -> point.seconds() >= seconds).toList());
    }

    /** The second half of the time. */
    Series secondHalf() {
        return points.isEmpty() ? this : since((points.getFirst().seconds() + points.getLast().seconds()) / 2);
    }

    /** The lowest point of each of so many equal parts of the time; fewer where a part has none. */
    Series lows(int parts) {
        if (points.isEmpty()) {
            return this;
        }
        double start = points.getFirst().seconds();
        double part = (points.getLast().seconds() - start) / parts;
        List<Point> lows = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            double from = start + i * part;
            Optional<Point> low = points.stream()
                    .filter(point -> point.seconds() >= from && point.seconds() < from + part)
                    .min(Comparator.comparingDouble(Point::megabytes));
            low.ifPresent(lows::add);
        }
        return new Series(lows);
    }

    /** The highest; 0 where there are none. */
    double most() {
        return points.stream().mapToDouble(Point::megabytes).max().orElse(0);
    }

    /** Megabytes a minute, of the line with the least squares of deviations; 0 for fewer than two points. */
    double slope() {
        double time = points.stream().mapToDouble(Point::seconds).average().orElse(0);
        double level = points.stream().mapToDouble(Point::megabytes).average().orElse(0);
        double product = 0;
        double square = 0;
        for (Point point : points) {
            product += (point.seconds() - time) * (point.megabytes() - level);
            square += (point.seconds() - time) * (point.seconds() - time);
        }
        return square == 0 ? 0 : product / square * MINUTE;
    }
}

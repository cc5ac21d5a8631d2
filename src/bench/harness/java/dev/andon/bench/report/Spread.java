package dev.andon.bench.report;

import java.util.List;
import java.util.Locale;

/** Several measurements of one thing: their median, and how far they lie apart. */
public record Spread(double median, double least, double most, int count) {

    /**
     * The spread of some values.
     *
     * @param values at least one
     */
    public static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast(), size);
    }

    /** All of them divided by a number. */
    public Spread over(double divisor) {
        return new Spread(median / divisor, least / divisor, most / divisor, count);
    }

    /** For instance {@code 0.98 [0.97, 0.99]}. */
    public String text(int digits) {
        String number = "%." + digits + "f";
        return String.format(Locale.ROOT, number + " [" + number + ", " + number + "]", median, least, most);
    }
}

package dev.andon.demo.summary;

import java.util.Locale;

import dev.andon.core.calibration.Interval;

/**
 * So many of so many.
 *
 * @param hits 0 to {@code of}
 * @param of   at least 0
 */
public record Share(int hits, int of) {

    /** 0 to 1; 0 of nothing is 0. */
    public double value() {
        return of == 0 ? 0 : (double) hits / of;
    }

    public Interval interval() {
        return Interval.of(hits, of);
    }

    /** For instance {@code 12 = 2.40 % [1.25, 4.15]}. */
    @Override
    public String toString() {
        Interval interval = interval();
        return String.format(Locale.ROOT, "%d = %.2f %% [%.2f, %.2f]", hits, 100 * value(), 100 * interval.low(),
                100 * interval.high());
    }
}

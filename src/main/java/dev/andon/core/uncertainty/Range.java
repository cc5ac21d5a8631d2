package dev.andon.core.uncertainty;

/**
 * Between which values a score will lie, both included, whatever the samples say that are still missing.
 *
 * @param low  at least 0
 * @param high at most 1
 */
public record Range(double low, double high) {

    /** Nothing is known. */
    public static final Range ANY = new Range(0, 1);

    /** More than rounding can move a score. */
    private static final double ROUNDING = 1e-9;

    /** A range that may be off by as much as rounding can move a score, and is widened by it. */
    static Range rounded(double low, double high) {
        return new Range(Math.clamp(low - ROUNDING, 0.0, 1.0), Math.clamp(high + ROUNDING, 0.0, 1.0));
    }
}

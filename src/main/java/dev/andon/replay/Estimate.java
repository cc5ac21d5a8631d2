package dev.andon.replay;

/**
 * A number of frames that is not known of all.
 *
 * @param value the best guess; NaN where there is nothing to guess by
 * @param low   with {@link Errors#CONFIDENCE} it is not below
 * @param high  nor above
 */
public record Estimate(double value, double low, double high) {

    static final Estimate NONE = new Estimate(0, 0, 0);

    Estimate plus(Estimate other) {
        return new Estimate(value + other.value, low + other.low, high + other.high);
    }
}

package dev.andon.core.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers in sentences for people: at most four decimals, rounded away from the bound that they are compared with, so
 * that no sentence says that 0.25 is above 0.25.
 */
final class Figures {

    private static final int DECIMALS = 4;

    private Figures() {}

    /** A number that is above a bound. */
    static String above(double number) {
        return text(number, RoundingMode.CEILING);
    }

    /** A number that is at or below a bound. */
    static String below(double number) {
        return text(number, RoundingMode.FLOOR);
    }

    /** A bound, as it was written. */
    static String bound(double number) {
        return Double.isFinite(number) ? plain(BigDecimal.valueOf(number)) : Double.toString(number);
    }

    private static String text(double number, RoundingMode mode) {
        return Double.isFinite(number)
                ? plain(BigDecimal.valueOf(number).setScale(DECIMALS, mode))
                : Double.toString(number);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}

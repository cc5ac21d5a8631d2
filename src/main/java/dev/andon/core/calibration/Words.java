package dev.andon.core.calibration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Numbers in sentences for people. */
final class Words {

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Words() {}

    /** A count, with its thousands apart. */
    static String count(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A number with three digits that say something. */
    static String number(double number) {
        return BigDecimal.valueOf(number).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
    }

    /** A share, in per cent. */
    static String percent(double share) {
        return number(share * 100) + " %";
    }

    /** A day (UTC). */
    static String date(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }
}

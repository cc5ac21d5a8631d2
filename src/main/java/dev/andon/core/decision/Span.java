package dev.andon.core.decision;

import java.time.Duration;

/** Spans of time as people write them. */
public final class Span {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Span() {}

    /**
     * In the largest unit that gives a whole number: {@code 7d}, {@code 36h}, {@code 90s}; {@code 0s} for nothing.
     *
     * @param span in whole milliseconds; what is less is left out
     */
    public static String text(Duration span) {
        long millis = span.toMillis();
        if (millis == 0 || millis % SECOND != 0) {
            return millis == 0 ? "0s" : millis + "ms";
        }
        if (millis % DAY == 0) {
            return millis / DAY + "d";
        }
        if (millis % HOUR == 0) {
            return millis / HOUR + "h";
        }
        return millis % MINUTE == 0 ? millis / MINUTE + "m" : millis / SECOND + "s";
    }
}

package dev.andon.cli;

import java.time.Duration;
import java.util.Locale;

/**
 * How fast recorded inspections were worked off.
 *
 * @param time from the first question to the brokers to the last record
 */
record Speed(long inspections, Duration time) {

    /** For people: {@code 100,000 inspections read in 12.3 s, 8,130 a second}. */
    String text() {
        double seconds = time.toNanos() / 1e9;
        return String.format(Locale.ROOT, "%s read in %.1f s, %,.0f a second", Listing.count(inspections, "inspection"),
                seconds, seconds == 0 ? 0 : inspections / seconds);
    }
}

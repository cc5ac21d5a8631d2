package dev.andon.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Times and sizes in few characters. Pure functions. */
final class Amounts {

    private static final List<String> SIZES = List.of("B", "KB", "MB", "GB", "TB", "PB", "EB");

    private Amounts() {}

    /** {@code 0.4 s}, {@code 12 s}, {@code 5 min}, {@code 3 h}, {@code 4 d}: the largest unit of which there are two. */
    static String time(Duration time) {
        if (time.toDays() >= 2) {
            return time.toDays() + " d";
        }
        if (time.toHours() >= 2) {
            return time.toHours() + " h";
        }
        if (time.toMinutes() >= 2) {
            return time.toMinutes() + " min";
        }
        return time.abs().toSeconds() >= 10
                ? time.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0);
    }

    /** {@code 900 B}, {@code 12.5 MB}; powers of 1024. */
    static String bytes(long bytes) {
        int unit = bytes < 1_024 ? 0 : (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        return unit == 0
                ? bytes + " B"
                : String.format(Locale.ROOT, "%.1f %s", (double) bytes / (1L << (10 * unit)), SIZES.get(unit));
    }
}

package dev.andon.cli;

import java.time.Duration;

/** Spans of time as the configuration writes them. Pure functions. */
final class TimeText {

    private TimeText() {}

    /** In the largest unit that divides it: {@code 180d}, {@code 36h}. */
    static String of(Duration time) {
        if (time.equals(Duration.ofDays(time.toDays()))) {
            return time.toDays() + "d";
        }
        return time.equals(Duration.ofHours(time.toHours())) ? time.toHours() + "h" : time.toSeconds() + "s";
    }
}

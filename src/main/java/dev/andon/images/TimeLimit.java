package dev.andon.images;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The end of a span of time. Any thread, as far as the clock allows it.
 *
 * @param nanos a clock that never goes back
 * @param end   by that clock
 */
record TimeLimit(LongSupplier nanos, long end) {

    static TimeLimit in(Duration span) {
        return new TimeLimit(System::nanoTime, System.nanoTime() + span.toNanos());
    }

    /** What is left; zero when time is up. */
    Duration rest() {
        return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
    }
}

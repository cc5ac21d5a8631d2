package dev.andon.demo.vlmserver;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** A way to fail that was ordered through {@code /control} or on the command line. */
sealed interface Fault permits Fault.Refused, Fault.Failing, Transfer, Garbage, Speech {

    /** Nobody listens for so long, and every connection ends. It befalls the server, not a request. */
    record Refused(Duration time) implements Fault {}

    /**
     * An error is sent in place of an answer.
     *
     * @param pause that the client is asked for; null for none
     */
    record Failing(ApiError error, @Nullable Pause pause) implements Fault {}

    /**
     * A pause named by {@code Retry-After}.
     *
     * @param seconds from now
     * @param asDate  whether it is written as the date of its end instead of as seconds
     */
    record Pause(int seconds, boolean asDate) {}
}

package dev.andon.demo.vlmserver;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** A way to fail that was ordered through {@code /control} or on the command line. */
sealed interface Fault {

    /** An error is sent. */
    record Status(int status, @Nullable Integer retryAfter) implements Fault {}

    /** Nothing is sent for so long; then the connection is closed. */
    record Hang(Duration time) implements Fault {}

    /** The connection is closed at once. */
    record Reset() implements Fault {}

    /** The answer comes so much later. */
    record Slow(Duration time) implements Fault {}

    /**
     * The model says this in place of an answer.
     *
     * @param content   may be empty
     * @param reasoning leaked beside it; null for none
     */
    record Saying(String content, @Nullable String reasoning) implements Fault {}
}

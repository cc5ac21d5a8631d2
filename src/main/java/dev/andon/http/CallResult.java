package dev.andon.http;

import java.time.Duration;

/**
 * What a call brought in the end, repetitions included.
 *
 * @param <T> what a right answer is
 */
public sealed interface CallResult<T> {

    /**
     * The server answered.
     *
     * @param answer  as it was read
     * @param latency of the attempt that was answered
     */
    record Answered<T>(T answer, Duration latency) implements CallResult<T> {}

    /** It did not. */
    record GaveUp<T>(Failure failure) implements CallResult<T> {}
}

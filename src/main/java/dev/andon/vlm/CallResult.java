package dev.andon.vlm;

import java.time.Duration;

/** What a call brought in the end, repetitions included. */
sealed interface CallResult {

    /**
     * The server answered.
     *
     * @param latency of the attempt that was answered
     */
    record Answered(Completion completion, Duration latency) implements CallResult {}

    /** It did not. */
    record GaveUp(Failure failure) implements CallResult {}
}

package dev.andon.vlm;

import java.time.Duration;
import java.time.Instant;

import dev.andon.vlm.CallResult.Answered;
import dev.andon.vlm.CallResult.GaveUp;
import dev.andon.vlm.Failure.Cause;

/** Turns one HTTP exchange into what it means for the call. */
final class Outcomes {

    private Outcomes() {}

    /**
     * What the exchange means.
     *
     * @param callTimeout the time that a call has unless its frame's time ends before
     * @param now         when the exchange ended
     */
    static CallResult of(Exchange exchange, Duration callTimeout, Instant now) {
        return switch (exchange) {
            case Exchange.Response response -> of(response, now);
            case Exchange.TooLarge(int status, long limit) -> gaveUp(Cause.GARBLED, "HTTP " + status
                    + " with more than " + limit + " bytes, which is no chat completion; check vlm.baseUrl");
            case Exchange.TimedOut(Duration timeout) -> timedOut(timeout, callTimeout);
            case Exchange.Untrusted(String detail) -> new GaveUp(new Failure(Cause.CONNECTION, detail, 0, null));
            case Exchange.Broken(String detail) -> gaveUp(Cause.CONNECTION, "no connection: " + detail);
        };
    }

    private static CallResult of(Exchange.Response response, Instant now) {
        if (response.status() < 300) {
            return ResponseReader.read(response.body())
                    .<CallResult>map(completion -> new Answered(completion, response.latency()))
                    .orElseGet(() -> new GaveUp(FailureClassifier.of(response, now)));
        }
        return new GaveUp(FailureClassifier.of(response, now));
    }

    private static GaveUp gaveUp(Cause cause, String detail) {
        return new GaveUp(new Failure(cause, detail, Failure.ANY, null));
    }

    /** A call that had at least half of its usual time speaks against the server, also where its frame's time ended it. */
    private static GaveUp timedOut(Duration timeout, Duration callTimeout) {
        if (timeout.compareTo(callTimeout) >= 0) {
            return gaveUp(Cause.TIMEOUT, "no answer within vlm.callTimeout, " + timeout.toMillis() + " ms");
        }
        GaveUp late = late("no answer within the " + timeout.toMillis() + " ms left");
        return timeout.multipliedBy(2).compareTo(callTimeout) < 0
                ? late
                : new GaveUp(new Failure(Cause.TIMEOUT, late.failure().detail(), 0, null));
    }

    /** The frame's time is over: repeating is useless. */
    static GaveUp late(String detail) {
        return new GaveUp(new Failure(Cause.DEADLINE, "time is up: " + detail, 0, null));
    }
}

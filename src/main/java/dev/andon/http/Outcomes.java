package dev.andon.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import dev.andon.http.CallResult.Answered;
import dev.andon.http.CallResult.GaveUp;
import dev.andon.http.Failure.Cause;

/**
 * Turns one HTTP exchange into what it means for the call. Any thread.
 *
 * @param read makes an answer of a body; empty if it is none
 */
public record Outcomes<T>(Service service, Function<String, Optional<T>> read) {

    /**
     * What the exchange means.
     *
     * @param callTimeout the time that a call has unless its frame's time ends before
     * @param now         when the exchange ended
     */
    public CallResult<T> of(Exchange exchange, Duration callTimeout, Instant now) {
        return switch (exchange) {
            case Exchange.Response response -> of(response, now);
            case Exchange.TooLarge(int status, long limit) -> gaveUp(Cause.GARBLED, "HTTP " + status
                    + " with more than " + limit + " bytes, which is no " + service.product() + "; check "
                    + service.key("baseUrl"));
            case Exchange.TimedOut(Duration timeout) -> timedOut(timeout, callTimeout);
            case Exchange.Untrusted(String detail) -> new GaveUp<>(new Failure(Cause.CONNECTION, detail, 0, null));
            case Exchange.Broken(String detail) -> gaveUp(Cause.CONNECTION, "no connection: " + detail);
        };
    }

    private CallResult<T> of(Exchange.Response response, Instant now) {
        if (response.status() < 300) {
            return read.apply(response.body())
                    .<CallResult<T>>map(answer -> new Answered<>(answer, response.latency()))
                    .orElseGet(() -> new GaveUp<>(FailureClassifier.of(service, response, now)));
        }
        return new GaveUp<>(FailureClassifier.of(service, response, now));
    }

    private GaveUp<T> gaveUp(Cause cause, String detail) {
        return new GaveUp<>(new Failure(cause, detail, Failure.ANY, null));
    }

    /** A call that had at least half of its usual time speaks against the server, also where its frame's time ended it. */
    private GaveUp<T> timedOut(Duration timeout, Duration callTimeout) {
        if (timeout.compareTo(callTimeout) >= 0) {
            return gaveUp(Cause.TIMEOUT,
                    "no answer within " + service.key("callTimeout") + ", " + timeout.toMillis() + " ms");
        }
        GaveUp<T> late = late("no answer within the " + timeout.toMillis() + " ms left");
        return timeout.multipliedBy(2).compareTo(callTimeout) < 0
                ? late
                : new GaveUp<>(new Failure(Cause.TIMEOUT, late.failure().detail(), 0, null));
    }

    /** No server is to be asked for now. */
    GaveUp<T> away(String detail) {
        return new GaveUp<>(new Failure(Cause.SERVER, detail, 0, null));
    }

    /** The frame's time is over: repeating is useless. */
    GaveUp<T> late(String detail) {
        return new GaveUp<>(new Failure(Cause.DEADLINE, "time is up: " + detail, 0, null));
    }
}

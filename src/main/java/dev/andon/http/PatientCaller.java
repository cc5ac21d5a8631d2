package dev.andon.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import dev.andon.core.sampling.ServerState;
import dev.andon.http.CallResult.Answered;
import dev.andon.http.CallResult.GaveUp;
import dev.andon.metrics.Recorder;
import okhttp3.RequestBody;

/**
 * Asks a server until it answers, the attempts are used up, repeating is useless, or time is over. A slot is held only
 * while a request is under way, not during pauses. While the breaker is open a call waits, without using up attempts.
 * Any thread; blocks.
 *
 * @param <T> what a right answer is
 */
public final class PatientCaller<T> {

    private final HttpTransport transport;
    private final ServerSettings settings;
    private final CallMetrics metrics;
    private final Outcomes<T> outcomes;
    private final CallSlots slots;
    private final ServerBreaker breaker;
    private final Backoff backoff;
    private final Ambience ambience;
    private final Recorder recorder;

    /** @param read makes an answer of a body; empty if it is none. Any thread */
    public PatientCaller(HttpTransport transport, ServerSettings settings, Function<String, Optional<T>> read,
            CallMetrics metrics, Ambience ambience, Recorder recorder) {
        this.transport = transport;
        this.settings = settings;
        this.metrics = metrics;
        this.outcomes = new Outcomes<>(settings.service(), read);
        this.slots = new CallSlots(settings.maxConcurrentCalls());
        this.breaker = new ServerBreaker(settings, ambience);
        this.backoff = new Backoff(settings.retry(), ambience.random());
        this.ambience = ambience;
        this.recorder = recorder;
        recorder.gauge(metrics.breaker(), breaker::level);
        recorder.gauge(metrics.active(), slots::taken);
        recorder.gauge(metrics.waiting(), slots::waiting);
    }

    /** What is known of the server. */
    public ServerState server() {
        return breaker.state();
    }

    /**
     * Asks until {@code deadline} at most.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    public CallResult<T> call(RequestBody body, Instant deadline) throws InterruptedException {
        for (int repeats = 0;; repeats++) {
            CallResult<T> result = attempt(body, deadline);
            if (!(result instanceof GaveUp<T>(Failure failure))) {
                return result;
            }
            Duration pause = backoff.pause(repeats, failure.retryAfter());
            if (repeats >= allowed(failure) || pause.compareTo(left(deadline)) >= 0) {
                return result;
            }
            recorder.count(metrics.retries(), "cause", failure.cause().label());
            ambience.sleeper().sleep(pause);
        }
    }

    private int allowed(Failure failure) {
        return Math.min(failure.repeats(), settings.retry().attempts() - 1);
    }

    /** Waits for a slot and for the breaker, then makes one request. */
    private CallResult<T> attempt(RequestBody body, Instant deadline) throws InterruptedException {
        while (slots.enter(left(deadline))) {
            try {
                if (left(deadline).isZero()) {
                    break;
                }
                if (breaker.permits()) {
                    return guarded(body, deadline);
                }
            } finally {
                slots.leave();
            }
            Duration pause = breaker.nextLook();
            if (pause.compareTo(left(deadline)) >= 0) {
                return outcomes.late(breaker.detail());
            }
            ambience.sleeper().sleep(pause);
        }
        return outcomes
                .late("no slot for a call became free (" + settings.service().key("maxConcurrentCalls") + " is "
                        + settings.maxConcurrentCalls() + ")");
    }

    private CallResult<T> guarded(RequestBody body, Instant deadline) throws InterruptedException {
        boolean told = false;
        try {
            CallResult<T> result = request(body, deadline);
            told = true;
            switch (result) {
                case Answered<T> _ -> breaker.answered();
                case GaveUp<T> gaveUp -> breaker.failed(gaveUp.failure());
            }
            recorder.count(metrics.calls(), "outcome", outcome(result));
            return result;
        } finally {
            if (!told) {
                breaker.unused();
                recorder.count(metrics.calls(), "outcome", "cancelled");
            }
        }
    }

    private CallResult<T> request(RequestBody body, Instant deadline) throws InterruptedException {
        Duration left = left(deadline);
        Duration most = settings.callTimeout();
        Exchange exchange = transport.post(settings.service().path(), body, left.compareTo(most) < 0 ? left : most);
        return outcomes.of(exchange, most, ambience.clock().instant());
    }

    private String outcome(CallResult<T> result) {
        return switch (result) {
            case Answered<T> _ -> "answered";
            case GaveUp<T> gaveUp -> gaveUp.failure().cause().label();
        };
    }

    private Duration left(Instant deadline) {
        Duration left = Duration.between(ambience.clock().instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }
}

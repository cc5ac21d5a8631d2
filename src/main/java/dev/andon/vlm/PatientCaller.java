package dev.andon.vlm;

import java.time.Duration;
import java.time.Instant;

import dev.andon.config.VlmConfig;
import dev.andon.core.sampling.ServerState;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import dev.andon.vlm.CallResult.Answered;
import dev.andon.vlm.CallResult.GaveUp;
import okhttp3.RequestBody;

/**
 * Asks a server until it answers, the attempts are used up, repeating is useless, or time is over. A slot is held only
 * while a request is under way, not during pauses. While the breaker is open a call waits, without using up attempts.
 * Any thread; blocks.
 */
final class PatientCaller {

    private static final String PATH = "chat/completions";

    private final HttpTransport transport;
    private final VlmConfig config;
    private final CallSlots slots;
    private final ServerBreaker breaker;
    private final Backoff backoff;
    private final Ambience ambience;
    private final Recorder recorder;

    PatientCaller(HttpTransport transport, VlmConfig config, Ambience ambience, Recorder recorder) {
        this.transport = transport;
        this.config = config;
        this.slots = new CallSlots(config.maxConcurrentCalls());
        this.breaker = new ServerBreaker(config.breaker(), ambience);
        this.backoff = new Backoff(config.retry(), ambience.random());
        this.ambience = ambience;
        this.recorder = recorder;
        recorder.gauge(MetricNames.VLM_BREAKER, breaker::level);
        recorder.gauge(MetricNames.VLM_CALLS_ACTIVE, slots::taken);
        recorder.gauge(MetricNames.VLM_CALLS_WAITING, slots::waiting);
    }

    /** What is known of the server. */
    ServerState server() {
        return breaker.state();
    }

    /**
     * Asks until {@code deadline} at most.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    CallResult call(RequestBody body, Instant deadline) throws InterruptedException {
        for (int repeats = 0;; repeats++) {
            CallResult result = attempt(body, deadline);
            if (!(result instanceof GaveUp(Failure failure))) {
                return result;
            }
            Duration pause = backoff.pause(repeats, failure.retryAfter());
            if (repeats >= allowed(failure) || pause.compareTo(left(deadline)) >= 0) {
                return result;
            }
            recorder.count(MetricNames.VLM_RETRIES, "cause", failure.cause().label());
            ambience.sleeper().sleep(pause);
        }
    }

    private int allowed(Failure failure) {
        return Math.min(failure.repeats(), config.retry().attempts() - 1);
    }

    /** Waits for a slot and for the breaker, then makes one request. */
    private CallResult attempt(RequestBody body, Instant deadline) throws InterruptedException {
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
                return Outcomes.late(breaker.detail());
            }
            ambience.sleeper().sleep(pause);
        }
        return Outcomes
                .late("no slot for a call became free (vlm.maxConcurrentCalls is " + config.maxConcurrentCalls() + ")");
    }

    private CallResult guarded(RequestBody body, Instant deadline) throws InterruptedException {
        boolean told = false;
        try {
            CallResult result = request(body, deadline);
            told = true;
            switch (result) {
                case Answered _ -> breaker.answered();
                case GaveUp gaveUp -> breaker.failed(gaveUp.failure());
            }
            recorder.count(MetricNames.VLM_CALLS, "outcome", outcome(result));
            return result;
        } finally {
            if (!told) {
                breaker.unused();
                recorder.count(MetricNames.VLM_CALLS, "outcome", "cancelled");
            }
        }
    }

    private CallResult request(RequestBody body, Instant deadline) throws InterruptedException {
        Duration left = left(deadline);
        Duration most = config.callTimeout();
        Exchange exchange = transport.post(PATH, body, left.compareTo(most) < 0 ? left : most);
        return Outcomes.of(exchange, most, ambience.clock().instant());
    }

    private static String outcome(CallResult result) {
        return switch (result) {
            case Answered _ -> "answered";
            case GaveUp gaveUp -> gaveUp.failure().cause().label();
        };
    }

    private Duration left(Instant deadline) {
        Duration left = Duration.between(ambience.clock().instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }
}

package dev.andon.vlm;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import dev.andon.config.VlmConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;

/**
 * Gives a failing server a rest.
 *
 * <pre>
 *   closed ──share of failures in the window──▶ open ──openFor──▶ half open ──trial calls succeed──▶ closed
 *                                                 ▲                    │
 *                                                 └──── they fail ─────┘
 * </pre>
 *
 * Failures that count are those that any other request would meet too ({@link Failure.Cause#ofServer()}): no connection,
 * timeouts, 5xx, garbage, an unknown key, a used-up account. A rate limit is no failure of the server (backoff answers
 * it), nor is a request that it refuses. Any thread.
 */
final class ServerBreaker {

    private static final int TRIAL_CALLS = 3;

    private final CircuitBreaker breaker;
    private final Ambience ambience;
    private final Duration look;
    private volatile String lastFailure = "";

    ServerBreaker(VlmConfig.Breaker config, Ambience ambience) {
        this.ambience = ambience;
        this.look = config.openFor().dividedBy(8).plusMillis(1);
        this.breaker = CircuitBreaker.of("vlm", CircuitBreakerConfig.custom()
                .slidingWindow(config.window(), config.window(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold((float) (config.failureShare() * 100)).waitDurationInOpenState(config.openFor())
                .permittedNumberOfCallsInHalfOpenState(Math.min(TRIAL_CALLS, config.window()))
                .clock(ambience.clock().withZone(ZoneOffset.UTC))
                .currentTimestampFunction(clock -> clock.instant().toEpochMilli(), TimeUnit.MILLISECONDS).build());
    }

    /** Whether a call may go now; if so, exactly one of the three methods below must follow. */
    boolean permits() {
        return breaker.tryAcquirePermission();
    }

    /** The call was answered. */
    void answered() {
        // Without its duration: the library would open for calls that it finds slow; our timeouts decide that.
        breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }

    /** The call failed. */
    void failed(Failure failure) {
        if (failure.cause().ofServer()) {
            lastFailure = failure.detail();
            breaker.onError(0, TimeUnit.MILLISECONDS, new ServerFailed());
        } else {
            breaker.releasePermission();
        }
    }

    /** The call was not made, or its outcome is unknown. */
    void unused() {
        breaker.releasePermission();
    }

    /** How long to wait before asking {@link #permits()} again: a share of {@code openFor}, with jitter. */
    Duration nextLook() {
        return look.plusNanos(ambience.random().nextLong(look.toNanos()));
    }

    /** What a refused caller is told. */
    String detail() {
        return "calls pause because the server fails; last: " + lastFailure;
    }

    /** 0 closed, 1 half open, 2 open. */
    int level() {
        return switch (breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
            case HALF_OPEN -> 1;
            case OPEN, FORCED_OPEN -> 2;
        };
    }

    /** What the library counts; without a stack trace. */
    private static final class ServerFailed extends Exception {
        ServerFailed() {
            super("server failed", null, false, false);
        }
    }
}

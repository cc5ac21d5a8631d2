package dev.andon.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import dev.andon.config.Breaker;
import dev.andon.core.sampling.ServerState;
import dev.andon.core.sampling.ServerState.Condition;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(ServerBreaker.class);

    private static final int TRIAL_CALLS = 3;

    private final String server;
    private final CircuitBreaker breaker;
    private final Ambience ambience;
    private final Duration openFor;
    private final Duration look;
    private volatile String lastFailure = "";
    private volatile Instant failedAt = Instant.MIN;
    private volatile Instant answeredAt = Instant.MIN;
    private volatile Instant since;
    private volatile Instant trialFrom = Instant.MIN;

    /** @param name of the server, for people */
    ServerBreaker(String name, ServerSettings settings, Ambience ambience) {
        Breaker config = settings.breaker();
        this.server = settings.service().server() + " " + name;
        this.ambience = ambience;
        this.since = ambience.clock().instant();
        this.openFor = config.openFor();
        this.look = config.openFor().dividedBy(8).plusMillis(1);
        this.breaker = CircuitBreaker.of(settings.service().section(), CircuitBreakerConfig.custom()
                .slidingWindow(config.window(), config.window(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold((float) (config.failureShare() * 100)).waitDurationInOpenState(config.openFor())
                .permittedNumberOfCallsInHalfOpenState(Math.min(TRIAL_CALLS, config.window()))
                .clock(ambience.clock().withZone(ZoneOffset.UTC))
                .currentTimestampFunction(clock -> clock.instant().toEpochMilli(), TimeUnit.MILLISECONDS).build());
        breaker.getEventPublisher().onStateTransition(this::moved);
    }

    /** Whether a call may go now; if so, exactly one of the three methods below must follow. */
    boolean permits() {
        return breaker.tryAcquirePermission();
    }

    /** The call was answered. */
    void answered() {
        answeredAt = ambience.clock().instant();
        // Without its duration: the library would open for calls that it finds slow; our timeouts decide that.
        breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }

    /** The call failed. */
    void failed(Failure failure) {
        note(failure);
        if (failure.cause().ofServer()) {
            breaker.onError(0, TimeUnit.MILLISECONDS, new ServerFailed());
        } else {
            breaker.releasePermission();
        }
    }

    private void note(Failure failure) {
        Instant now = ambience.clock().instant();
        switch (failure.cause()) {
            case REJECTED -> answeredAt = now;
            case DEADLINE -> {
                // Says nothing about the server.
            }
            default -> {
                lastFailure = failure.detail();
                failedAt = now;
            }
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

    boolean isClosed() {
        return level() == 0;
    }

    /** 0 closed, 1 half open, 2 open. */
    int level() {
        return switch (breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
            case HALF_OPEN -> 1;
            case OPEN, FORCED_OPEN -> 2;
        };
    }

    /** What is known of the server. */
    ServerState state() {
        return new ServerState(condition(), since, lastFailure, failedAt, answeredAt);
    }

    private Condition condition() {
        return switch (level()) {
            case 0 -> Condition.AVAILABLE;
            case 1 -> Condition.ON_TRIAL;
            default -> ambience.clock().instant().isBefore(trialFrom) ? Condition.RESTING : Condition.ON_TRIAL;
        };
    }

    /** An outage begins and ends once, however often the server is tried in between. */
    private void moved(CircuitBreakerOnStateTransitionEvent event) {
        Instant now = ambience.clock().instant();
        switch (event.getStateTransition()) {
            case CLOSED_TO_OPEN -> {
                since = now;
                trialFrom = now.plus(openFor);
                LOG.warn("{} fails, calls pause: {}; it is tried again every {} s", server, lastFailure,
                        openFor.toMillis() / 1000.0);
            }
            case HALF_OPEN_TO_OPEN -> {
                trialFrom = now.plus(openFor);
                LOG.debug("{} still fails: {}", server, lastFailure);
            }
            case HALF_OPEN_TO_CLOSED -> {
                LOG.info("{} answers again after {} s", server, Duration.between(since, now).toSeconds());
                since = now;
            }
            default -> LOG.debug("{}", event);
        }
    }

    /** What the library counts; without a stack trace. */
    private static final class ServerFailed extends Exception {
        ServerFailed() {
            super("server failed", null, false, false);
        }
    }
}

package dev.andon.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

import dev.andon.config.Retry;
import org.jspecify.annotations.Nullable;

/**
 * Exponential backoff with full jitter: pause k (from 0) is uniform between 0 and {@code base · 2^k}, at most
 * {@code max}. Where the server names a pause, it comes first and the jitter of pause 0 after it, so that clients that
 * were turned away together do not come back together. Any thread, as far as the random generator allows it.
 */
record Backoff(Retry retry, RandomGenerator random) {

    private static final int MAX_DOUBLINGS = 30;

    /** The pause before repetition {@code k}. */
    Duration pause(int k, @Nullable Duration asked) {
        return asked == null ? jitter(k) : asked.plus(jitter(0));
    }

    private Duration jitter(int k) {
        Duration most = retry.base().multipliedBy(1L << Math.min(k, MAX_DOUBLINGS));
        long bound = (most.compareTo(retry.max()) < 0 ? most : retry.max()).toNanos();
        return bound <= 0 ? Duration.ZERO : Duration.ofNanos(random.nextLong(bound));
    }
}

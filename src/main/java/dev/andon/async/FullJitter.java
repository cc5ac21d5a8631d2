package dev.andon.async;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with full jitter: pause k (from 0) is uniform between 0 and {@code base · 2^k}, at most {@code max}.
 * Those that failed together do not come back together. Any thread, as far as the random generator allows it.
 */
public record FullJitter(Duration base, Duration max) {

    private static final int MAX_DOUBLINGS = 30;

    /** The pause before repetition {@code k}. */
    public Duration pause(int k, RandomGenerator random) {
        Duration most = base.multipliedBy(1L << Math.min(k, MAX_DOUBLINGS));
        long bound = (most.compareTo(max) < 0 ? most : max).toNanos();
        return bound <= 0 ? Duration.ZERO : Duration.ofNanos(random.nextLong(bound));
    }
}

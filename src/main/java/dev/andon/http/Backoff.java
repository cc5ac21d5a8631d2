package dev.andon.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

import dev.andon.async.FullJitter;
import dev.andon.config.Retry;
import org.jspecify.annotations.Nullable;

/**
 * Pauses between calls: those of {@link FullJitter}. Where the server names a pause, it comes first and the jitter of pause
 * 0 after it, so that clients that were turned away together do not come back together. Any thread, as far as the random
 * generator allows it.
 */
record Backoff(Retry retry, RandomGenerator random) {

    /** The pause before repetition {@code k}. */
    Duration pause(int k, @Nullable Duration asked) {
        return asked == null ? jitter(k) : asked.plus(jitter(0));
    }

    private Duration jitter(int k) {
        return new FullJitter(retry.base(), retry.max()).pause(k, random);
    }
}

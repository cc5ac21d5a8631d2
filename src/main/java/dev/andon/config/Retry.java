package dev.andon.config;

import java.time.Duration;

/**
 * Backoff with full jitter: the k-th pause is uniform between 0 and {@code base · 2^k}, at most {@code max}.
 *
 * @param attempts at most, the first included; at least 1
 */
public record Retry(int attempts, Duration base, Duration max) {}

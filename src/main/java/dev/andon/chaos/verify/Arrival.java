package dev.andon.chaos.verify;

import java.time.Instant;

/**
 * An output record that a consumer of committed records has seen.
 *
 * @param seen when
 */
public record Arrival(Output output, Instant seen) {}

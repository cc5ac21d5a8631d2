package dev.andon.chaos.feed;

import java.time.Instant;

import dev.andon.core.decision.LinePolicy;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it was written.
 *
 * @param sent      when it was handed to the producer
 * @param confirmed when all replicas were known to have it; null where that is not known
 */
public record Issued(LinePolicy policy, Instant sent, @Nullable Instant confirmed) {}

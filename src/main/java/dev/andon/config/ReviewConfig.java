package dev.andon.config;

import java.time.Duration;

/**
 * The application that joins inspections with what people say of them, and learns from it.
 *
 * @param threads  stream threads
 * @param remember how long an inspection is remembered, to be judged or overruled
 * @param patience how long a verdict waits for its inspection before it is a dead letter
 */
public record ReviewConfig(int threads, Duration remember, Duration patience) {}

package dev.andon.config;

import java.time.Duration;

/**
 * When calls are refused without asking the server.
 *
 * @param failureShare above 0, up to 1
 * @param window       calls that the share is taken over
 * @param openFor      pause before the server is tried again
 */
public record Breaker(double failureShare, int window, Duration openFor) {}

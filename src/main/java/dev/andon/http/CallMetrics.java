package dev.andon.http;

/**
 * Names of the metrics of one kind of calls.
 *
 * @param calls   attempts, by outcome
 * @param retries repetitions, by cause
 * @param active  calls under way
 * @param waiting calls that wait for a slot
 * @param breaker 0 closed, 1 half open, 2 open
 */
public record CallMetrics(String calls, String retries, String active, String waiting, String breaker) {}

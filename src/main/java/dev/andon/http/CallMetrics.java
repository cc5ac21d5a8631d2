package dev.andon.http;

/**
 * Names of the metrics of one kind of calls; all but {@code waiting} with the label {@code endpoint}.
 *
 * @param calls   attempts, by outcome
 * @param retries repetitions, by cause
 * @param latency duration of attempts that were answered
 * @param sent    bytes of requests
 * @param active  calls under way
 * @param limit   calls that may be under way
 * @param waiting calls that wait for a place
 * @param breaker 0 closed, 1 half open, 2 open
 */
public record CallMetrics(String calls, String retries, String latency, String sent, String active, String limit,
        String waiting, String breaker) {}

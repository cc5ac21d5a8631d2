package dev.andon.chaos.jury;

import java.time.Duration;

import dev.andon.core.review.Verdict;

/**
 * A verdict and when it is said.
 *
 * @param after the decision was seen
 */
record Statement(Duration after, Verdict verdict) {}

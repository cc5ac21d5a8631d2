package dev.andon.core.sampling;

import java.time.Duration;

/**
 * How often and how a model is asked about one frame.
 *
 * @param samples     N, the valid samples wanted; at least {@code minSamples}
 * @param minSamples  below this there is no score; at least 2
 * @param temperature above 0: at 0 all samples are the same, which looks like certainty
 * @param maxTokens   per sample; at least 1
 * @param timeLimit   from the first attempt to the decision
 * @param stopping    when fewer than N samples do
 */
public record SamplingPlan(int samples, int minSamples, double temperature, int maxTokens, Duration timeLimit,
        StoppingRule stopping) {

    /** The same plan with another stopping rule. */
    public SamplingPlan stoppingBy(StoppingRule rule) {
        return new SamplingPlan(samples, minSamples, temperature, maxTokens, timeLimit, rule);
    }
}

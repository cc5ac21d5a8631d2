package dev.andon.core.sampling;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How often and how a model is asked about one frame.
 *
 * @param samples      N, the valid samples wanted; at least {@code minSamples}
 * @param minSamples   below this there is no score; at least 2
 * @param temperature  above 0: at 0 all samples are the same, which looks like certainty
 * @param maxTokens    per sample; at least 1
 * @param timeLimit    from the first attempt to the decision
 * @param stopping     when fewer than N samples do
 * @param maxImageSide pixels that the longer side of the image has at most when it is sent; null for any number, so that it
 *                     is sent as the camera encoded it
 * @param stillScene   when a frame is not asked about, since it shows what the one before showed; null for never
 */
public record SamplingPlan(int samples, int minSamples, double temperature, int maxTokens, Duration timeLimit,
        StoppingRule stopping, @Nullable Integer maxImageSide, @Nullable StillScene stillScene) {

    /** The same plan with another stopping rule. */
    public SamplingPlan stoppingBy(StoppingRule rule) {
        return new SamplingPlan(samples, minSamples, temperature, maxTokens, timeLimit, rule, maxImageSide,
                stillScene);
    }
}

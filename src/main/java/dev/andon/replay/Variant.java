package dev.andon.replay;

import dev.andon.core.sampling.StoppingRule;

/**
 * A way to ask and to score, at any threshold.
 *
 * @param measure  by name
 * @param samples  N
 * @param stopping when fewer do
 */
public record Variant(String measure, int samples, StoppingRule stopping) {

    /** For people, and unique among variants: {@code vendi, N = 5, unanimous-window 3 below 0.2}. */
    public String name() {
        return measure + ", N = " + samples + switch (stopping) {
            case StoppingRule.AllSamples() -> "";
            case StoppingRule.Lossless _ -> ", lossless";
            case StoppingRule.UnanimousWindow(int window, double maxScore) ->
                ", unanimous window " + window + " below " + maxScore;
        };
    }
}

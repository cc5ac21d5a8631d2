package dev.andon.core.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a certified threshold promises: P(wrong | accepted) ≤ alpha, with probability at least 1 − delta over the frames
 * that people judged.
 *
 * @param alpha       largest share of wrong ones among the accepted; above 0, below 1
 * @param delta       largest probability that the promise is broken; above 0, below 1
 * @param escapeAlpha largest share of escapes among the accepted; null where {@code alpha} alone counts
 * @param looks       numbers of judged frames at which a window is tested, growing; delta is shared equally
 */
public record Promise(double alpha, double delta, @Nullable Double escapeAlpha, List<Integer> looks) {

    /** One in a hundred, at 95 %. */
    public static final Promise USUAL = new Promise(0.01, 0.05, null, List.of(250, 500, 1_000, 2_000, 4_000));

    public Promise {
        looks = List.copyOf(looks);
    }
}

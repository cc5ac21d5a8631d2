package dev.andon.core.uncertainty;

/**
 * Mean over pairs i &lt; j of 1 − cos(e<sub>i</sub>, e<sub>j</sub>), e the sentence embeddings of the captions, clipped
 * to 0 to 1. After Wang and Nalisnick, "Are vision language models robust to uncertain inputs?" (arXiv 2505.11804).
 *
 * <p>Over pairs, not over n²: a threshold then means the same for every n. The mean is clipped, not the terms:
 * captions that contradict one another (negative cosines) weigh more than unrelated ones.
 */
final class CaptionDiversity implements Measure.OfCosines {

    @Override
    public String name() {
        return Measures.CAPTION_DIVERSITY;
    }

    @Override
    public double score(Cosines cosines) {
        return Pairs.mean(cosines.pairs().stream().map(cosine -> 1 - cosine).toList());
    }

    /**
     * {@inheritDoc}
     *
     * <p>The cosines of all pairs add up to (|Σ e|² − n) / 2, so the mean depends on the length of the sum of the embeddings
     * alone. Each embedding to come changes that length by at most 1, and by exactly 1 along the sum or against it.
     */
    @Override
    public Range range(Cosines cosines, int missing) {
        double twice = 2 * cosines.pairs().stream().mapToDouble(Double::doubleValue).sum();
        double length = Math.sqrt(Math.max(0, cosines.count() + twice));
        int all = cosines.count() + missing;
        return Range.rounded(mean(all, length + missing), mean(all, Math.max(0, length - missing)));
    }

    private static double mean(int count, double length) {
        return 1 - (length * length - count) / (2.0 * Pairs.number(count));
    }
}

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
}

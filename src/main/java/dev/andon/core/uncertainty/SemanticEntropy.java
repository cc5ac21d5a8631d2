package dev.andon.core.uncertainty;

import java.util.List;

/**
 * The {@link Entropy} of the captions' meanings: captions are {@link MeaningGroups grouped} where every two have a cosine
 * of at least {@value #SAME_MEANING}. After Farquhar et al., "Detecting hallucinations in large language models using
 * semantic entropy" (Nature 2024), in its discrete form, with sentence embeddings instead of entailment.
 */
final class SemanticEntropy implements Measure.OfCosines {

    /**
     * Captions with at least this cosine count as one meaning. With all-MiniLM-L6-v2 and captions written for parts,
     * 22 of 31 pairs of paraphrases reach it, and 5 of 320 pairs of different findings, which differ in a number or
     * a negation.
     */
    static final double SAME_MEANING = 0.75;

    @Override
    public String name() {
        return Measures.SEMANTIC_ENTROPY;
    }

    @Override
    public double score(Cosines cosines) {
        return Entropy.of(MeaningGroups.of(cosines, SAME_MEANING).stream().map(List::size).toList());
    }
}

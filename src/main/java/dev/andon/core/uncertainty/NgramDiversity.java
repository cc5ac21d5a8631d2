package dev.andon.core.uncertainty;

import java.util.List;

import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Sample;

/**
 * 1 − the mean over pairs of the F1 of the captions' {@link Trigrams}; 0 to 1. For any script, without a model: it
 * sees spelling, not meaning, so that an honest paraphrase counts as a difference.
 *
 * <p>F1 of two multisets A and B is 2 |A ∩ B| / (|A| + |B|), where the intersection keeps the smaller count.
 */
final class NgramDiversity implements Measure.OfSamples {

    @Override
    public String name() {
        return Measures.NGRAM_DIVERSITY;
    }

    @Override
    public double score(List<Sample> samples, Labels labels) {
        return Pairs.mean(distances(samples));
    }

    @Override
    public Range range(List<Sample> samples, Labels labels, int missing) {
        return Pairs.range(samples.size(), missing, distances(samples));
    }

    private static List<Double> distances(List<Sample> samples) {
        List<Trigrams> captions = samples.stream().map(sample -> Trigrams.of(sample.caption())).toList();
        return Pairs.of(captions, NgramDiversity::distance);
    }

    /** 1 − F1 as one division of whole numbers: exact at both ends. */
    private static double distance(Trigrams a, Trigrams b) {
        int all = a.size() + b.size();
        return (double) (all - 2 * a.shared(b)) / all;
    }
}

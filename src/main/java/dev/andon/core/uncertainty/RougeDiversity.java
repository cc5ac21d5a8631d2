package dev.andon.core.uncertainty;

import java.util.List;

import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Sample;

/**
 * 1 − the mean over pairs of the ROUGE-L F1 of the captions' {@link Words}; 0 to 1. For Latin script alone, which
 * separates words. Lin, "ROUGE: A Package for Automatic Evaluation of Summaries" (2004), section 3.1, without stemming.
 *
 * <p>With s the length of the longest common subsequence of texts of m and n words, precision is s/m and recall s/n, and
 * their F1 is 2 s / (m + n).
 */
final class RougeDiversity implements Measure.OfSamples {

    @Override
    public String name() {
        return Measures.ROUGE_DIVERSITY;
    }

    @Override
    public boolean reads(String language) {
        return LatinScript.isOfLanguage(language);
    }

    @Override
    public boolean reads(List<Sample> samples) {
        return samples.stream().allMatch(sample -> LatinScript.isOfText(sample.caption()));
    }

    @Override
    public double score(List<Sample> samples, Labels labels) {
        return Pairs.mean(distances(samples));
    }

    /** {@inheritDoc} Missing captions may be in another script, and then nothing is known in the end. */
    @Override
    public Range range(List<Sample> samples, Labels labels, int missing) {
        return new Range(Pairs.range(samples.size(), missing, distances(samples)).low(), 1);
    }

    private static List<Double> distances(List<Sample> samples) {
        List<Words> captions = samples.stream().map(sample -> Words.of(sample.caption())).toList();
        return Pairs.of(captions, RougeDiversity::distance);
    }

    /** 1 − F1 as one division of whole numbers: exact at both ends. */
    private static double distance(Words a, Words b) {
        int all = a.size() + b.size();
        return (double) (all - 2 * a.sharedInOrder(b)) / all;
    }
}

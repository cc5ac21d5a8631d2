package dev.andon.core.uncertainty;

import java.util.List;

import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Sample;

/**
 * 1 − (count of the most frequent result) / n; 0 to 1 − 1/n. Two different defects agree on {@code NOT_OK}, and
 * {@code unsure} agrees with {@code unexpected} that nothing can be decided.
 */
final class ResultDisagreement implements Measure.OfSamples {

    @Override
    public String name() {
        return Measures.RESULT_DISAGREEMENT;
    }

    @Override
    public double score(List<Sample> samples, Labels labels) {
        return Tally.of(samples.stream().map(sample -> labels.resultOf(sample.answer())).toList()).disagreement();
    }

    @Override
    public Range range(List<Sample> samples, Labels labels, int missing) {
        return Prospect.of(samples, labels, missing, labels::resultOf).disagreement();
    }
}

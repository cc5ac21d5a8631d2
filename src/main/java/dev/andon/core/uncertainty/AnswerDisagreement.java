package dev.andon.core.uncertainty;

import java.util.List;
import java.util.function.Function;

import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Sample;

/** 1 − (count of the most frequent answer) / n; 0 to 1 − 1/n. */
final class AnswerDisagreement implements Measure.OfSamples {

    @Override
    public String name() {
        return Measures.ANSWER_DISAGREEMENT;
    }

    @Override
    public double score(List<Sample> samples, Labels labels) {
        return Tally.of(samples.stream().map(Sample::answer).toList()).disagreement();
    }

    @Override
    public Range range(List<Sample> samples, Labels labels, int missing) {
        return Prospect.of(samples, labels, missing, Function.identity()).disagreement();
    }
}

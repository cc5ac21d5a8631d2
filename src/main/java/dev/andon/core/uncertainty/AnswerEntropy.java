package dev.andon.core.uncertainty;

import java.util.List;
import java.util.function.Function;

import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Sample;

/** The {@link Entropy} of the answers: 0 where all agree, 1 where all n differ. */
final class AnswerEntropy implements Measure.OfSamples {

    @Override
    public String name() {
        return Measures.ANSWER_ENTROPY;
    }

    @Override
    public double score(List<Sample> samples, Labels labels) {
        return Entropy.of(Tally.of(samples.stream().map(Sample::answer).toList()).counts().values());
    }

    @Override
    public Range range(List<Sample> samples, Labels labels, int missing) {
        return Prospect.of(samples, labels, missing, Function.identity()).entropy();
    }
}

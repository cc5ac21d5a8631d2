package dev.andon.core.uncertainty;

import java.util.List;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Sample;

/** Count of {@code unsure} / n; 0 to 1. The one measure by which samples that all abstain are not at 0. */
final class AbstainShare implements Measure.OfSamples {

    @Override
    public String name() {
        return Measures.ABSTAIN_SHARE;
    }

    @Override
    public double score(List<Sample> samples, Labels labels) {
        return Tally.of(samples.stream().map(Sample::answer).toList()).share(Answer.UNSURE);
    }

    @Override
    public Range range(List<Sample> samples, Labels labels, int missing) {
        long unsure = samples.stream().filter(sample -> sample.answer().equals(Answer.UNSURE)).count();
        double all = samples.size() + missing;
        return new Range(unsure / all, (unsure + missing) / all);
    }
}

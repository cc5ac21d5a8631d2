package dev.andon.core.uncertainty;

import java.util.List;

import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Sample;

/**
 * −Σ p ln p over the shares p of the answers, divided by ln n: 0 where all agree, 1 where all n differ.
 *
 * <p>The terms are added from the rarest answer to the most frequent, so that neither the order of the samples nor
 * that of a hash map shows in the last bit; {@link StrictMath} gives the same logarithm on every machine.
 */
final class AnswerEntropy implements Measure.OfSamples {

    @Override
    public String name() {
        return Measures.ANSWER_ENTROPY;
    }

    @Override
    public double score(List<Sample> samples, Labels labels) {
        int n = samples.size();
        int[] counts = Tally.of(samples.stream().map(Sample::answer).toList()).counts().values().stream()
                .mapToInt(Integer::intValue).sorted().toArray();
        double entropy = 0;
        for (int count : counts) {
            double p = (double) count / n;
            entropy -= p * StrictMath.log(p);
        }
        return Math.clamp(entropy / StrictMath.log(n), 0.0, 1.0);
    }
}

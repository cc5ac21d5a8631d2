package dev.andon.core.uncertainty;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Sample;

/**
 * What the counts of answers, or of their results, can become when so many samples more are counted: at one end all of
 * them join the most frequent, at the other each joins the least frequent. Every other outcome lies between these two in
 * the order of majorisation (Marshall, Olkin and Arnold, "Inequalities", chapter 1), and so do disagreement and entropy.
 *
 * @param counts  of everything that can be said, also what nobody says
 * @param missing samples to come, at least 0
 */
record Prospect(List<Integer> counts, int missing) {

    Prospect {
        counts = List.copyOf(counts);
    }

    /**
     * The prospect of some samples.
     *
     * @param kind what is counted of an answer: itself, or its result
     */
    static <T> Prospect of(List<Sample> samples, Labels labels, int missing, Function<Answer, T> kind) {
        List<T> said = samples.stream().map(Sample::answer).map(kind).toList();
        return new Prospect(labels.answers().stream().map(kind).distinct()
                .map(each -> (int) said.stream().filter(each::equals).count()).toList(), missing);
    }

    /** Of all samples, those to come included. */
    int total() {
        return counts.stream().mapToInt(Integer::intValue).sum() + missing;
    }

    /** The counts if all agree with most; without what nobody says. */
    Collection<Integer> gathered() {
        int[] all = counts.stream().mapToInt(Integer::intValue).sorted().toArray();
        all[all.length - 1] += missing;
        return said(all);
    }

    /** The counts if each says what is said least; without what nobody says. */
    Collection<Integer> spread() {
        int[] all = counts.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < missing; i++) {
            int least = IntStream.range(0, all.length).reduce(0, (a, b) -> all[b] < all[a] ? b : a);
            all[least]++;
        }
        return said(all);
    }

    /** Range of the share of all but the most frequent. */
    Range disagreement() {
        return new Range(minority(gathered()), minority(spread()));
    }

    /** Range of the entropy. */
    Range entropy() {
        return Range.rounded(Entropy.of(gathered()), Entropy.of(spread()));
    }

    private double minority(Collection<Integer> sizes) {
        return (double) (total() - sizes.stream().mapToInt(Integer::intValue).max().orElse(0)) / total();
    }

    private static Collection<Integer> said(int[] all) {
        return Arrays.stream(all).filter(count -> count > 0).boxed().toList();
    }
}

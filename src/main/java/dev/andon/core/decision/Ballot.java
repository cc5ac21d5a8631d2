package dev.andon.core.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.Sample;
import dev.andon.core.uncertainty.Measures;
import dev.andon.core.uncertainty.Scores;
import dev.andon.core.uncertainty.Tally;
import org.jspecify.annotations.Nullable;

/**
 * A frame with enough samples to judge by: what rules 5 to 9 look at.
 *
 * @param answers     of the samples
 * @param results     of the samples
 * @param leaders     the most frequent answers, in the order of the labels; those that are no label come last
 * @param uncertainty the score of the recipe's measure; null where it could not be computed
 * @param missing     why it could not; null where it could, or that is not known
 */
record Ballot(
        Recipe recipe,
        Tally<Answer> answers,
        Tally<Result> results,
        List<Answer> leaders,
        @Nullable Double uncertainty,
        @Nullable String missing,
        @Nullable Threshold threshold,
        double lot) {

    /** Of a frame that passed rules 1 to 4. */
    static Ballot of(Findings findings) {
        Recipe recipe = Objects.requireNonNull(findings.recipe(), "rule 2 sees to it");
        List<Sample> samples = Objects.requireNonNull(findings.sampling(), "rule 4 sees to it").samples();
        Scores scores = findings.scores();
        Double uncertainty = scores == null ? null : scores.byMeasure().get(recipe.measure());
        String missing = scores != null && Measures.needsEmbedder(recipe.measure()) ? scores.missing() : null;
        return of(recipe, samples, uncertainty, missing, findings.threshold(), findings.lot());
    }

    /**
     * Of some samples that are not scored yet.
     *
     * @param samples at least one
     */
    static Ballot of(Recipe recipe, List<Sample> samples, @Nullable Threshold threshold, double lot) {
        return of(recipe, samples, null, null, threshold, lot);
    }

    private static Ballot of(Recipe recipe, List<Sample> samples, @Nullable Double uncertainty,
            @Nullable String missing, @Nullable Threshold threshold, double lot) {
        List<Answer> said = samples.stream().map(Sample::answer).toList();
        Tally<Answer> answers = Tally.of(said);
        Tally<Result> results = Tally.of(said.stream().map(recipe.labels()::resultOf).toList());
        List<Answer> leaders = leaders(answers, recipe.labels().answers());
        return new Ballot(recipe, answers, results, leaders, uncertainty, missing, threshold, lot);
    }

    private static List<Answer> leaders(Tally<Answer> answers, List<Answer> order) {
        Comparator<Answer> byOrder = Comparator
                .comparingInt(answer -> order.contains(answer) ? order.indexOf(answer) : order.size());
        return answers.leaders().stream().sorted(byOrder.thenComparing(Answer::value)).toList();
    }

    /** The most frequent answer; where several tie, the first in the order of the labels. */
    Answer answer() {
        return leaders.getFirst();
    }

    /** The result of the most frequent answer; {@code NOT_DECIDABLE} where it is none of the labels. */
    Result result() {
        return recipe.labels().resultOf(answer());
    }

    /** Whether the most frequent answers tie and their results differ. */
    boolean tiedOverResults() {
        return leaders.stream().map(recipe.labels()::resultOf).distinct().count() > 1;
    }

    /** Whether a person judges the frame whatever its route. */
    boolean lotWins() {
        return lot < recipe.auditShare();
    }

    /** For instance {@code 3 of 5}. */
    String countOf(Answer answer) {
        return answers.count(answer) + " of " + answers.total();
    }
}

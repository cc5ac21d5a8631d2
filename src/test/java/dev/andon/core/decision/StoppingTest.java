package dev.andon.core.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Measures;
import dev.andon.core.uncertainty.Scores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StoppingTest {

    private static final List<String> MEASURES = List.of(Measures.ANSWER_DISAGREEMENT, Measures.RESULT_DISAGREEMENT,
            Measures.ABSTAIN_SHARE, Measures.ANSWER_ENTROPY, Measures.NGRAM_DIVERSITY);
    private static final List<String> ANSWERS = List.of("ok", "ok", "ok", "ok", "bent", "missing_hole", "unsure",
            "unexpected");

    @RepeatedTest(2000)
    void aSettledRouteIsTheSameWhateverComes(RepetitionInfo repetition) throws Exception {
        // given a frame of any kind, and whatever may come after the first samples
        Random random = new Random(repetition.getCurrentRepetition());
        Recipe recipe = recipe(random);
        double threshold = random.nextInt(0, 21) / 20.0;
        List<Sample> all = samples(random, recipe.plan().samples());
        List<Sample> some = all.subList(0, 2 + random.nextInt(all.size() - 2));

        // when
        boolean settled = stopping(recipe, threshold, 0.9).isDue(some, random.nextBoolean());

        // then
        Decision now = decide(recipe, threshold, some);
        Decision later = decide(recipe, threshold, all);
        if (settled) {
            assertThat(now.route()).isEqualTo(later.route());
            assertThat(now.result() == later.result() || now.route() == Route.HUMAN_REVIEW).isTrue();
            assertThat(now.answer() == null || later.answer() == null || now.answer().equals(later.answer())
                    || now.route() == Route.HUMAN_REVIEW).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // three of five abstain: no label can lead any more, and the share is too large
        "unsure unsure unsure, true",
        // three results: whatever comes, two of five or more disagree
        "ok bent unsure, true",
        // one more may make it four of five
        "ok ok bent, false",
        "ok ok ok, false",
        // the fifth cannot change anything but the score, which nobody looks at here
        "ok ok ok ok, true",
        "ok ok bent bent, true"})
    void answersAloneCanSettleIt(String answers, boolean settled) throws Exception {
        Recipe recipe = recipe(change -> change.threshold = new ThresholdRule.Fixed(1, "J. Doe"));

        assertThat(stopping(recipe, 1, 0.9).isDue(samples(answers), true)).isEqualTo(settled);
    }

    @Test
    void belowMinSamplesNothingIsSettled() throws Exception {
        assertThat(stopping(recipe(change -> change.minSamples = 4), 1, 0.9).isDue(samples("unsure unsure unsure"),
                true)).isFalse();
    }

    @Test
    void framesOfColdStartAndThoseWhoseLotWinsTakeAllSamples() throws Exception {
        Recipe recipe = recipe(change -> change.auditShare = 0.5);
        List<Sample> settled = samples("unsure unsure unsure");

        assertThat(stopping(recipe, 1, 0.5).isDue(settled, true)).isTrue();
        assertThat(stopping(recipe, 1, 0.49).isDue(settled, true)).isFalse();
        assertThat(new Stopping(recipe, null, 0.9, scoring(recipe)).isDue(settled, true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "bent bent bent, 0.5, true, true",
        "bent bent bent, 0.5, false, false",
        "bent bent, 0.5, true, false",
        "unsure unsure unsure, 0.5, true, false",
        "ok ok bent, 0.5, true, false"})
    void aWindowStopsWhereItsAnswersAgreeAndItsScoreIsBelowTheBound(String answers, double maxScore,
            boolean waveIsOver, boolean stops) throws Exception {
        Recipe recipe = recipe(change -> {
            change.minSamples = 2;
            change.stopping = new StoppingRule.UnanimousWindow(3, maxScore);
        });

        assertThat(stopping(recipe, 0.3, 0.9).isDue(samples(answers), waveIsOver)).isEqualTo(stops);
    }

    @Test
    void aWindowGoesOnWhereItsCaptionsDiffer() throws Exception {
        Recipe recipe = recipe(change -> change.stopping = new StoppingRule.UnanimousWindow(3, 0.5));
        List<Sample> samples = List.of(sample(0, "ok", "flat"), sample(1, "ok", "no crack in it"),
                sample(2, "ok", "two holes"));

        assertThat(stopping(recipe, 1, 0.9).isDue(samples, true)).isFalse();
    }

    private static Stopping stopping(Recipe recipe, double threshold, double lot) {
        return new Stopping(recipe, new Threshold(threshold, 1, ThresholdMode.FIXED, "waived"), lot, scoring(recipe));
    }

    private static Stopping.Scoring scoring(Recipe recipe) {
        return samples -> Measures.score(samples, recipe.labels());
    }

    private static Decision decide(Recipe recipe, double threshold, List<Sample> samples) {
        Scores scores = Measures.score(samples, recipe.labels());
        return DecisionRules.decide(new Findings(null, recipe, null,
                new SamplingOutcome(samples, 0, null, null, false, samples.size(), false), scores,
                new Threshold(threshold, 1, ThresholdMode.FIXED, "waived"), 0.9));
    }

    private static Recipe recipe(Consumer<TestRecipe> change) {
        return TestRecipe.with(recipe -> {
            recipe.gate = null;
            recipe.measure = Measures.NGRAM_DIVERSITY;
            recipe.stopping = new StoppingRule.Lossless(1, 1);
            change.accept(recipe);
        });
    }

    private static Recipe recipe(Random random) {
        return recipe(recipe -> {
            recipe.samples = random.nextInt(3, 11);
            recipe.minSamples = 2;
            recipe.measure = MEASURES.get(random.nextInt(MEASURES.size()));
            recipe.maxAbstainShare = random.nextInt(1, 11) / 10.0;
            recipe.maxDisagreement = random.nextInt(0, 11) / 10.0;
            recipe.threshold = random.nextBoolean() ? ThresholdRule.USUAL : recipe.threshold;
        });
    }

    private static List<Sample> samples(Random random, int count) {
        int kinds = random.nextInt(1, ANSWERS.size() + 1);
        List<Sample> samples = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            samples.add(sample(index, ANSWERS.get(random.nextInt(kinds)),
                    random.nextBoolean() ? "it lies flat" : "part " + random.nextInt(100)));
        }
        return samples;
    }

    private static List<Sample> samples(String answers) {
        List<Sample> samples = new ArrayList<>();
        for (String answer : answers.split(" ", -1)) {
            samples.add(sample(samples.size(), answer, "it lies flat"));
        }
        return samples;
    }

    private static Sample sample(int index, String answer, String caption) {
        return new Sample(index, new Answer(answer), caption, index, Duration.ZERO, 0, 0);
    }
}

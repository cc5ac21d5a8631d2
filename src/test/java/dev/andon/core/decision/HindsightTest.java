package dev.andon.core.decision;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.andon.core.decision.Hindsight.View;
import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.StillScene;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Measures;
import dev.andon.fixture.TestInspections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class HindsightTest {

    private static final String OKS = "ok ok ok ok ok";
    private static final Learning LOW = new Learning(0.2, Duration.ofDays(1), Duration.ZERO, Duration.ofDays(30),
            Duration.ofDays(7));

    @ParameterizedTest
    @CsvSource({
        // the frame's uncertainty, the old and the new threshold, where it went and where it would have gone
        "0.20, 0.25, 0.30, ACCEPTED, ACCEPTED",
        "0.20, 0.25, 0.20, ACCEPTED, ACCEPTED",
        "0.20, 0.25, 0.19, ACCEPTED, HUMAN_REVIEW",
        "0.27, 0.25, 0.30, HUMAN_REVIEW, ACCEPTED",
        "0.40, 0.25, 0.30, HUMAN_REVIEW, HUMAN_REVIEW"})
    void aGivenThresholdIsComparedAnew(double uncertainty, double old, double next, Route now, Route then) {
        // given
        Recipe before = with(it -> it.threshold = fixed(old));
        Recipe after = with(it -> it.threshold = fixed(next));

        // when
        Inspection inspection = inspection(before, OKS, uncertainty, given(old));
        View view = hindsight(before, after).of(inspection);

        // then
        assertThat(inspection.decision().route()).isEqualTo(now);
        assertThat(routes(view)).isEqualTo(then + ", whole");
    }

    static final List<Arguments> LIMITS = List.of(
            arguments("ok ok ok bent bent", change(it -> it.maxDisagreement = 0.4), Route.HUMAN_REVIEW, Route.ACCEPTED),
            arguments("ok ok ok ok bent", change(it -> it.maxDisagreement = 0.1), Route.ACCEPTED, Route.HUMAN_REVIEW),
            arguments("ok ok ok ok unsure", change(it -> it.maxAbstainShare = 0.2), Route.ACCEPTED,
                    Route.HUMAN_REVIEW),
            arguments("bent bent bent bent bent", change(it -> it.auditShare = 0.6), Route.ACCEPTED, Route.ACCEPTED),
            arguments("bent bent bent bent bent", change(it -> {
                it.auditShare = 0.6;
                it.audit = Audit.BEFORE;
            }), Route.ACCEPTED, Route.HUMAN_REVIEW),
            arguments("unsure unsure unsure ok ok", change(it -> it.maxDisagreement = 0.4), Route.HUMAN_REVIEW,
                    Route.HUMAN_REVIEW));

    @ParameterizedTest
    @FieldSource("LIMITS")
    void limitsAreAppliedAnew(String answers, Consumer<TestRecipe> change, Route now, Route then) {
        Recipe before = with(it -> {});

        Inspection inspection = inspection(before, answers, 0.1, given(0.25));
        View view = hindsight(before, with(change)).of(inspection);

        assertThat(inspection.decision().route()).isEqualTo(now);
        assertThat(routes(view)).isEqualTo(then + ", whole");
    }

    @Test
    void anotherMeasureIsComparedWhereItsScoreIsOnRecord() {
        // given
        Recipe before = with(it -> {});
        Recipe after = with(it -> it.measure = Measures.VENDI);
        Map<String, Double> both = Map.of(Measures.CAPTION_DIVERSITY, 0.1, Measures.VENDI, 0.5);
        Map<String, Double> one = Map.of(Measures.CAPTION_DIVERSITY, 0.1);

        // then
        assertThat(routes(hindsight(before, after).of(
                TestInspections.of(policy(before), before, OKS, false, both, given(0.25)))))
                .isEqualTo("HUMAN_REVIEW, whole");
        assertThat(hindsight(before, after).of(
                TestInspections.of(policy(before), before, OKS, false, one, given(0.25))))
                .isEqualTo(new View.Unseen("without a score by vendi"));
    }

    @Test
    void whatCouldNotBeScoredStaysHeld() {
        Recipe before = with(it -> it.threshold = fixed(0.25));
        Recipe after = with(it -> it.threshold = fixed(1));

        assertThat(routes(hindsight(before, after).of(
                TestInspections.of(policy(before), before, OKS, false, Map.of(), given(0.25)))))
                .isEqualTo("HUMAN_REVIEW, whole");
    }

    @Test
    void whatHadTooFewSamplesStaysHeld() {
        Recipe before = with(it -> it.threshold = fixed(0.25));
        Recipe after = with(it -> it.threshold = fixed(1));

        assertThat(routes(hindsight(before, after).of(inspection(before, "ok ok", 0, given(0.25)))))
                .isEqualTo("HUMAN_REVIEW, whole");
    }

    /** The threshold in force was 0.25. */
    static final List<Arguments> LEARNT = List.of(
            arguments(risk(Learning.USUAL), ThresholdMode.RISK, 0.22, Route.ACCEPTED),
            arguments(risk(LOW), ThresholdMode.RISK, 0.22, Route.HUMAN_REVIEW),
            arguments(risk(LOW), ThresholdMode.RISK, 0.2, Route.ACCEPTED),
            arguments(risk(Learning.USUAL), ThresholdMode.RISK, 0.26, Route.HUMAN_REVIEW),
            arguments(risk(Learning.USUAL), ThresholdMode.FIXED, 0.1, Route.HUMAN_REVIEW),
            arguments(new ThresholdRule.Cost(new Costs(50, 1, 1, 0), Learning.USUAL), ThresholdMode.RISK, 0.1,
                    Route.HUMAN_REVIEW));

    @ParameterizedTest
    @FieldSource("LEARNT")
    void aThresholdThatIsLearntIsTheOneInForceWithinItsNewBound(ThresholdRule next, ThresholdMode inForce,
            double uncertainty, Route then) {
        Recipe before = with(it -> it.threshold = risk(Learning.USUAL));
        Recipe after = with(it -> it.threshold = next);

        View view = hindsight(before, after).of(inspection(before, "bent bent bent bent bent", uncertainty,
                new Threshold(0.25, 3, inForce, "certified")));

        assertThat(view).isInstanceOfSatisfying(View.Seen.class,
                seen -> assertThat(seen.then().route()).isEqualTo(then));
    }

    @Test
    void inColdStartEverythingStaysHeld() {
        Recipe before = with(it -> it.threshold = risk(Learning.USUAL));
        Recipe after = with(it -> it.threshold = risk(LOW));

        assertThat(routes(hindsight(before, after).of(inspection(before, OKS, 0, null))))
                .isEqualTo("HUMAN_REVIEW, whole");
    }

    /** Three of five samples were certain to be above 0; they are not certain to be above 0.9. */
    @Test
    void aFrameThatWouldHaveBeenAskedMoreSaysSo() {
        // given
        Consumer<TestRecipe> measured = change(it -> {
            it.measure = Measures.ANSWER_DISAGREEMENT;
            it.stopping = new StoppingRule.Lossless(1, 1);
            it.maxDisagreement = 1;
            it.threshold = fixed(0);
        });
        Recipe before = with(measured);
        Recipe looser = with(measured.andThen(it -> it.threshold = fixed(0.5)));
        Recipe same = with(measured.andThen(it -> it.auditShare = 0));
        Inspection early = TestInspections.of(policy(before), before, "ok ok bent", true,
                Map.of(Measures.ANSWER_DISAGREEMENT, 1.0 / 3), given(0));

        // then
        assertThat(routes(hindsight(before, looser).of(early)))
                .isEqualTo("ACCEPTED, broken off");
        assertThat(routes(hindsight(before, same).of(early)))
                .isEqualTo("HUMAN_REVIEW, whole");
    }

    static final List<Arguments> BLINDING = List.of(
            arguments(change(it -> it.model = "other"), "model"),
            arguments(change(it -> it.prompt = "?"), "prompt"),
            arguments(change(it -> it.labels = List.of(new Label("ok", Result.OK, ""))), "labels"),
            arguments(change(it -> it.captionLanguage = "de"), "captionLanguage"),
            arguments(change(it -> it.samples = 7), "sampling plan"),
            arguments(change(it -> it.gate = null), "qualityGate"));

    @ParameterizedTest
    @FieldSource("BLINDING")
    void whatShapesAnswersBlinds(Consumer<TestRecipe> change, String key) {
        Recipe before = with(it -> {});
        Hindsight hindsight = hindsight(before, with(change));

        assertThat(hindsight.blindedBy()).containsExactly(key);
        assertThat(hindsight.of(inspection(before, OKS, 0.1, given(0.25)))).isInstanceOf(View.Unseen.class);
    }

    @Test
    void whatShapesNoAnswersDoesNot() {
        Recipe after = with(it -> {
            it.stillScene = new StillScene(0.01, Duration.ofSeconds(1));
            it.threshold = fixed(0.9);
            it.maxDisagreement = 0.9;
            it.auditShare = 1;
        });

        assertThat(hindsight(with(it -> {}), after).blindedBy()).isEmpty();
    }

    @Test
    void framesOfAnOlderRevisionCannotBeTold() {
        // given
        Recipe older = with(it -> it.maxDisagreement = 0.5);
        Recipe before = with(it -> it.maxDisagreement = 0.1);

        // then
        assertThat(hindsight(before, with(it -> {})).of(inspection(older, OKS, 0.1, given(0.25))))
                .isEqualTo(new View.Unseen("decided by another revision"));
        assertThat(routes(hindsight(before, older).of(inspection(older, OKS, 0.1, given(0.25))))).as("the way back")
                .isEqualTo("ACCEPTED, whole");
    }

    @Test
    void framesThatGoToAnotherRecipeCannotBeTold() {
        Recipe before = with(it -> {});
        Recipe after = with(it -> it.cameras = Set.of("cam-2"));

        assertThat(hindsight(before, after).of(inspection(before, OKS, 0.1, given(0.25))))
                .isEqualTo(new View.Unseen("that another recipe takes now"));
    }

    @Test
    void framesOfOtherRecipesAreOfNoConcern() {
        Recipe before = with(it -> {});
        Recipe other = with(it -> it.id = "other");
        Hindsight hindsight = hindsight(before, with(it -> it.threshold = fixed(1)));

        assertThat(hindsight.concerns(inspection(before, OKS, 0.1, given(0.25)))).isTrue();
        assertThat(hindsight.concerns(inspection(other, OKS, 0.1, given(0.25)))).isFalse();
    }

    /** Scores of answers and captions themselves need not be on record. */
    @Test
    void anotherMeasureIsToldFromTheSamples() {
        Recipe before = with(it -> {});
        Recipe after = with(it -> it.measure = Measures.ANSWER_ENTROPY);

        View view = hindsight(before, after).of(inspection(before, "ok ok ok ok bent", 0.1, given(0.25)));

        assertThat(view).isInstanceOfSatisfying(View.Seen.class,
                seen -> assertThat(seen.uncertainty()).isCloseTo(0.3109, within(1e-4)));
    }

    /** The first three agree, and the other two do not. */
    @Test
    void fewerSamplesAreTheFirst() {
        Recipe before = with(it -> it.threshold = fixed(0.25));
        Recipe after = with(it -> {
            it.samples = 3;
            it.measure = Measures.ANSWER_DISAGREEMENT;
            it.threshold = fixed(0.25);
        });

        View view = hindsight(before, after).of(inspection(before, "ok ok ok bent bent", 0.1, given(0.25)));

        assertThat(view).isInstanceOfSatisfying(View.Seen.class, seen -> {
            assertThat(seen.then().route()).isEqualTo(Route.ACCEPTED);
            assertThat(seen.uncertainty()).isZero();
            assertThat(seen.calls()).isEqualTo(3);
        });
    }

    @Test
    void anotherStoppingRuleTakesFewerOfThoseOnRecord() {
        Recipe before = with(it -> it.threshold = fixed(0.25));
        Recipe after = with(it -> {
            it.stopping = new StoppingRule.UnanimousWindow(3, 1);
            it.measure = Measures.ANSWER_DISAGREEMENT;
            it.threshold = fixed(0.25);
        });

        View view = hindsight(before, after).of(inspection(before, "ok ok ok bent bent", 0.1, given(0.25)));

        assertThat(view).isInstanceOfSatisfying(View.Seen.class, seen -> assertThat(seen.calls()).isEqualTo(3));
    }

    private static String routes(View view) {
        return view instanceof View.Seen seen
                ? seen.then().route() + (seen.brokenOff() ? ", broken off" : ", whole")
                : view.toString();
    }

    private static Hindsight hindsight(Recipe before, Recipe after) {
        return new Hindsight(before, policy(after), after);
    }

    private static Inspection inspection(Recipe recipe, String answers, double uncertainty,
            @Nullable Threshold threshold) {
        return TestInspections.of(policy(recipe), recipe, answers, false,
                Map.of(Measures.CAPTION_DIVERSITY, uncertainty), threshold);
    }

    private static Threshold given(double value) {
        return new Threshold(value, 1, ThresholdMode.FIXED, "waived by J. Doe");
    }

    private static ThresholdRule fixed(double value) {
        return new ThresholdRule.Fixed(value, "J. Doe");
    }

    private static ThresholdRule risk(Learning learning) {
        return new ThresholdRule.Risk(Promise.USUAL, null, learning);
    }

    private static Consumer<TestRecipe> change(Consumer<TestRecipe> change) {
        return change;
    }

    private static Recipe with(Consumer<TestRecipe> change) {
        return TestRecipe.with(change);
    }

    private static LinePolicy policy(Recipe recipe) {
        return new LinePolicy(new LineId("l"), 1, "J. Doe", null, List.of(recipe));
    }
}

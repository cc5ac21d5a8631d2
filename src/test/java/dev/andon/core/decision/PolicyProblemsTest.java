package dev.andon.core.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.StillScene;
import dev.andon.core.uncertainty.Measures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PolicyProblemsTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Label OK = new Label("ok", Result.OK, "");
    private static final Label BENT = new Label("bent", Result.NOT_OK, "");

    /** One mistake each, with its path below the recipe, its value, and a part of the fix: one problem each. */
    static final List<Arguments> MISTAKES = List.of(
            mistake(it -> it.cameras = Set.of(" "), "cameras", " ", "name each camera"),
            mistake(it -> it.partNumbers = Set.of(""), "partNumbers", "", "name each part number"),
            mistake(it -> it.model = "", "model", "", "name a model"),
            mistake(it -> it.prompt = " \n", "prompt", " \n", "write what"),
            mistake(it -> it.captionLanguage = "", "captionLanguage", "", "en or ja"),
            mistake(it -> it.captionLanguage = "english", "captionLanguage", "english", "en or ja"),
            mistake(it -> it.captionLanguage = "en_US", "captionLanguage", "en_US", "en or ja"),
            mistake(it -> it.labels = List.of(), "labels", "[]", "at least two labels"),
            mistake(it -> it.labels = List.of(OK), "labels", "[ok]", "result NOT_OK"),
            mistake(it -> it.labels = List.of(BENT), "labels", "[bent]", "result OK"),
            mistake(it -> it.labels = List.of(OK, BENT, label("OK")), "labels[2].name", "OK", "an earlier label"),
            mistake(it -> it.labels = List.of(OK, BENT, label(" ")), "labels[2].name", " ", "a name"),
            mistake(it -> it.labels = List.of(OK, BENT, label("worn ")), "labels[2].name", "worn ", "space"),
            mistake(it -> it.labels = List.of(label("Unsure"), OK, BENT), "labels[0].name", "Unsure", "always"),
            mistake(it -> it.labels = List.of(OK, label("unexpected")), "labels[1].name", "unexpected", "always"),
            mistake(it -> it.labels = List.of(OK, new Label("bent", Result.NOT_DECIDABLE, "")), "labels[1].result",
                    "NOT_DECIDABLE", "OK or NOT_OK"),
            mistake(it -> it.labels = List.of(OK, BENT, new Label("worn", Result.UNDEFINED, "")), "labels[2].result",
                    "UNDEFINED", "OK or NOT_OK"),
            mistake(it -> it.minSamples = 1, "minSamples", "1", "at least 2"),
            mistake(it -> it.samples = 2, "samples", "2", "at least minSamples"),
            mistake(it -> it.samples = 51, "samples", "51", "at most 50"),
            mistake(it -> it.temperature = 0, "temperature", "0.0", "above 0 and up to 2"),
            mistake(it -> it.temperature = 2.01, "temperature", "2.01", "above 0 and up to 2"),
            mistake(it -> it.temperature = Double.NaN, "temperature", "NaN", "above 0 and up to 2"),
            mistake(it -> it.maxTokens = 0, "maxTokens", "0", "at least 1"),
            mistake(it -> it.timeLimit = Duration.ZERO, "timeLimit", "PT0S", "above 0"),
            mistake(it -> it.timeLimit = Duration.ofSeconds(Long.MAX_VALUE), "timeLimit",
                    Duration.ofSeconds(Long.MAX_VALUE).toString(), "up to a day"),
            mistake(it -> it.maxImageSide = 63, "maxImageSide", "63", "64 to 16384 pixels"),
            mistake(it -> it.maxImageSide = 16_385, "maxImageSide", "16385", "leave it out"),
            mistake(it -> it.stillScene = new StillScene(0, Duration.ofSeconds(10)), "stillScene.maxDifference", "0.0",
                    "above 0 and up to 0.1"),
            mistake(it -> it.stillScene = new StillScene(0.11, Duration.ofSeconds(10)), "stillScene.maxDifference",
                    "0.11", "above 0 and up to 0.1"),
            mistake(it -> it.stillScene = new StillScene(Double.NaN, Duration.ofSeconds(10)),
                    "stillScene.maxDifference", "NaN", "above 0 and up to 0.1"),
            mistake(it -> it.stillScene = new StillScene(0.01, Duration.ZERO), "stillScene.maxAge", "PT0S", "10s"),
            mistake(it -> it.stillScene = new StillScene(0.01, Duration.ofMinutes(61)), "stillScene.maxAge", "PT1H1M",
                    "up to an hour"),
            mistake(it -> it.measure = "diversity", "measure", "diversity", "abstain-share, answer-disagreement, "),
            mistake(it -> {
                it.measure = "rouge-diversity";
                it.captionLanguage = "ja";
            }, "measure", "rouge-diversity", "cannot read captions in ja: choose ngram-diversity"),
            mistake(it -> it.maxAbstainShare = 0, "maxAbstainShare", "0.0", "above 0 and up to 1"),
            mistake(it -> it.maxAbstainShare = 1.1, "maxAbstainShare", "1.1", "above 0 and up to 1"),
            mistake(it -> it.maxDisagreement = -0.1, "maxDisagreement", "-0.1", "from 0 to 1"),
            mistake(it -> it.maxDisagreement = Double.NaN, "maxDisagreement", "NaN", "from 0 to 1"),
            mistake(it -> it.gate = new QualityGate(-1, 0, 1, null), "qualityGate.minSharpness", "-1.0", "at least 0"),
            mistake(it -> it.gate = new QualityGate(0, -0.1, 1, null), "qualityGate.minExposure", "-0.1",
                    "from 0 to 1"),
            mistake(it -> it.gate = new QualityGate(0, 5, 1, null), "qualityGate.minExposure", "5.0", "from 0 to 1"),
            mistake(it -> it.gate = new QualityGate(0, 0, 95, null), "qualityGate.maxExposure", "95.0", "from 0 to 1"),
            mistake(it -> it.gate = new QualityGate(0, 0.6, 0.4, null), "qualityGate.maxExposure", "0.4",
                    "at least minExposure, which is 0.6"),
            mistake(it -> it.gate = new QualityGate(0, 0, 1, -1.0), "qualityGate.maxNoise", "-1.0", "at least 0"),
            mistake(it -> it.gate = new QualityGate(0, 0, 1, Double.NaN), "qualityGate.maxNoise", "NaN",
                    "leave it out for any noise"),
            mistake(it -> it.auditShare = 2, "auditShare", "2.0", "from 0 to 1"),
            mistake(it -> it.threshold = new ThresholdRule.Fixed(1.1, "J. Doe"), "threshold.value", "1.1",
                    "from 0 to 1"),
            mistake(it -> it.threshold = new ThresholdRule.Fixed(Double.NaN, "J. Doe"), "threshold.value", "NaN",
                    "from 0 to 1"),
            mistake(it -> it.threshold = new ThresholdRule.Fixed(0.2, " "), "threshold.waivedBy", " ", "the person"),
            mistake(it -> it.threshold = budget(0), "threshold.reviewShare", "0.0", "above 0 and up to 1"),
            mistake(it -> it.threshold = budget(1.1), "threshold.reviewShare", "1.1", "above 0 and up to 1"),
            mistake(it -> it.threshold = new ThresholdRule.Budget(0.1, " ", Learning.USUAL), "threshold.waivedBy", " ",
                    "the person"),
            mistake(it -> it.threshold = cost(-1, 1, 1, 1), "threshold.escapeCost", "-1.0", "at least 0"),
            mistake(it -> it.threshold = cost(50, Double.NaN, 1, 1), "threshold.falseRejectCost", "NaN", "at least 0"),
            mistake(it -> it.threshold = cost(50, 1, Double.POSITIVE_INFINITY, 1), "threshold.reviewCost", "Infinity",
                    "at least 0"),
            mistake(it -> it.threshold = cost(50, 1, 1, -1), "threshold.callCost", "-1.0", "at least 0"),
            mistake(it -> it.threshold = cost(0, 0, 1, 1), "threshold.escapeCost", "0.0", "falseRejectCost"),
            mistake(it -> it.threshold = risk(0, 0.05, null, 250), "threshold.alpha", "0.0", "above 0 and below 1"),
            mistake(it -> it.threshold = risk(1, 0.05, null, 250), "threshold.alpha", "1.0", "above 0 and below 1"),
            mistake(it -> it.threshold = risk(0.01, 0, null, 250), "threshold.delta", "0.0", "above 0 and below 1"),
            mistake(it -> it.threshold = risk(0.01, 1, null, 250), "threshold.delta", "1.0", "above 0 and below 1"),
            mistake(it -> it.threshold = risk(0.01, 0.05, 0.0, 250), "threshold.escapeAlpha", "0.0", "above 0"),
            mistake(it -> it.threshold = risk(0.01, 0.05, 0.011, 250), "threshold.escapeAlpha", "0.011",
                    "up to alpha, which is 0.01"),
            mistake(it -> it.threshold = risk(0.01, 0.05, null), "threshold.looks", "[]", "1 to 20 numbers"),
            mistake(it -> it.threshold = risk(0.01, 0.05, null, 0, 250), "threshold.looks", "[0, 250]", "from 1"),
            mistake(it -> it.threshold = risk(0.01, 0.05, null, 250, 250), "threshold.looks", "[250, 250]", "growing"),
            mistake(it -> it.threshold = risk(0.01, 0.05, null, 100_001), "threshold.looks", "[100001]", "to 100000"),
            mistake(it -> it.threshold = risk(0.01, 0.05, null, IntStream.rangeClosed(1, 21).toArray()),
                    "threshold.looks", IntStream.rangeClosed(1, 21).boxed().toList().toString(), "1 to 20 numbers"),
            mistake(it -> it.threshold = new ThresholdRule.Risk(Promise.USUAL, " ", Learning.USUAL),
                    "threshold.waivedBy", " ", "or leave it out"),
            mistake(it -> it.threshold = learning(1.1, DAY, Duration.ZERO, DAY, DAY), "threshold.maxValue", "1.1",
                    "from 0 to 1"),
            mistake(it -> it.threshold = learning(1, Duration.ZERO, Duration.ZERO, DAY, DAY),
                    "threshold.answerWithin", "PT0S", "for instance 1d"),
            mistake(it -> it.threshold = learning(1, DAY, Duration.ofMillis(-1), DAY, DAY),
                    "threshold.correlationTime", "PT-0.001S", "from 0s"),
            mistake(it -> it.threshold = learning(1, DAY, Duration.ZERO, Duration.ofDays(366), DAY),
                    "threshold.window", "PT8784H", "up to 365d"),
            mistake(it -> it.threshold = learning(1, DAY, Duration.ZERO, DAY, Duration.ZERO),
                    "threshold.graceWindow", "PT0S", "for instance 7d"));

    @ParameterizedTest
    @FieldSource("MISTAKES")
    void oneMistakeIsOneProblem(Consumer<TestRecipe> change, String path, String value, String fix) {
        // when
        List<PolicyProblem> problems = PolicyProblems.of(policy(TestRecipe.with(change)));

        // then
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("recipes[bracket]." + path);
            assertThat(problem.value()).isEqualTo(value);
            assertThat(problem.fix()).contains(fix);
        });
    }

    static final List<Consumer<TestRecipe>> VALID = List.of(
            it -> {},
            it -> it.gate = null,
            it -> it.gate = new QualityGate(0, 0.5, 0.5, null),
            it -> it.captionLanguage = "zh-Hant-TW",
            it -> it.measure = "rouge-diversity",
            it -> it.labels = List.of(new Label("良品", Result.OK, ""), new Label("曲がり", Result.NOT_OK, "")),
            it -> it.samples = it.minSamples = 2,
            it -> it.samples = it.minSamples = 50,
            it -> it.temperature = 2,
            it -> it.maxAbstainShare = 1,
            it -> it.maxDisagreement = 0,
            it -> it.auditShare = 1,
            it -> it.timeLimit = Duration.ofDays(1),
            it -> it.maxImageSide = 64,
            it -> it.stillScene = new StillScene(0.1, Duration.ofHours(1)),
            it -> it.maxImageSide = 16_384,
            it -> it.threshold = new ThresholdRule.Fixed(0, "J. Doe"),
            it -> it.threshold = new ThresholdRule.Fixed(1, "J. Doe"),
            it -> it.threshold = ThresholdRule.USUAL,
            it -> it.threshold = risk(0.5, 0.5, 0.5, IntStream.rangeClosed(99_981, 100_000).toArray()),
            it -> it.threshold = cost(0, 1, 0, 0),
            it -> it.threshold = cost(1, 0, 0, 0),
            it -> it.threshold = learning(0, Duration.ofMillis(1), DAY, Duration.ofDays(365), Duration.ofMillis(1)),
            it -> it.threshold = budget(1));

    @ParameterizedTest
    @FieldSource("VALID")
    void whatIsWithinTheBoundsIsValid(Consumer<TestRecipe> change) {
        assertThat(PolicyProblems.of(policy(TestRecipe.with(change)))).isEmpty();
    }

    @Test
    void whereLooseningIsApprovedNothingMayBeLoosenedWithoutBound() {
        // given
        Recipe unbounded = TestRecipe.with(it -> it.threshold = ThresholdRule.USUAL);
        Recipe bounded = TestRecipe.with(it -> it.threshold = learning(0.5, DAY, Duration.ZERO, DAY, DAY));

        // then
        assertThat(PolicyProblems.of(approving(bounded))).isEmpty();
        assertThat(PolicyProblems.of(approving(TestRecipe.valid()))).isEmpty();
        assertThat(PolicyProblems.of(approving(unbounded))).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("recipes[bracket].threshold.maxValue");
            assertThat(problem.fix()).contains("below 1", "approval");
        });
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,-,callsPerDay,leave budget out", "4,-,callsPerDay,at least 5",
        "-1,9,callsPerDay,at least 5", "9,0,tokensPerDay,at least 1"})
    void budgetsThatNobodyCouldMean(@Nullable Long calls, @Nullable Long tokens, String key, String fix) {
        // when
        List<PolicyProblem> problems = PolicyProblems.of(spending(new DailyBudget(calls, tokens)));

        // then
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("budget." + key);
            assertThat(problem.fix()).contains(fix);
        });
    }

    @Test
    void theLeastBudgets() {
        assertThat(PolicyProblems.of(spending(new DailyBudget(5L, null)))).isEmpty();
        assertThat(PolicyProblems.of(spending(new DailyBudget(null, 1L)))).isEmpty();
    }

    @Test
    void everyMeasureMayBeChosen() {
        assertThat(Measures.names()).allSatisfy(
                name -> assertThat(PolicyProblems.of(policy(TestRecipe.with(it -> it.measure = name)))).isEmpty());
    }

    @Test
    void allMistakesAreReportedAtOnce() {
        // given
        Recipe recipe = TestRecipe.with(it -> {
            it.model = "";
            it.prompt = "";
            it.labels = List.of(OK);
            it.samples = 100;
            it.temperature = 0;
            it.measure = "?";
            it.threshold = new ThresholdRule.Fixed(2, "");
        });

        // then
        assertThat(PolicyProblems.of(policy(recipe))).hasSize(8);
    }

    @Test
    void aPolicyNeedsARecipe() {
        assertThat(PolicyProblems.of(policy())).extracting(PolicyProblem::path).containsExactly("recipes");
    }

    @Test
    void recipesWithoutAnIdOfTheirOwnAreNamedByNumber() {
        // given
        Recipe one = selecting("same", Set.of("cam-1"), Set.of());
        Recipe two = selecting("same", Set.of("cam-2"), Set.of());
        Recipe three = selecting(" ", Set.of("cam-3"), Set.of());

        // then
        assertThat(PolicyProblems.of(policy(one, two, three))).extracting(PolicyProblem::path)
                .containsExactly("recipes[1].id", "recipes[2].id");
    }

    /** Whether the last of the recipes is reached, by their cameras / part numbers. */
    static final List<Arguments> ORDERS = List.of(
            arguments(List.of("/", "/"), false),
            arguments(List.of("/", "a/x"), false),
            arguments(List.of("a/x", "/"), true),
            arguments(List.of("a/", "a/x"), false),
            arguments(List.of("a/x", "a/"), true),
            arguments(List.of("a/x", "a/y"), true),
            arguments(List.of("a/", "b/", "a b/"), false),
            arguments(List.of("a/", "b/", "a b c/"), true),
            arguments(List.of("a/x", "b/", "a b/x"), false),
            arguments(List.of("a/x", "b/x", "a b/x y"), true),
            arguments(List.of("a/", "/x", "/"), true),
            arguments(List.of("a/", "/x", "a/y"), false),
            arguments(List.of("a/", "/x", "b/x"), false));

    @ParameterizedTest
    @FieldSource("ORDERS")
    void aRecipeThatNoFrameReachesIsAProblem(List<String> selectors, boolean reached) {
        // given
        List<Recipe> recipes = new ArrayList<>();
        for (String selector : selectors) {
            int slash = selector.indexOf('/');
            recipes.add(selecting("r" + recipes.size(), words(selector.substring(0, slash)),
                    words(selector.substring(slash + 1))));
        }

        // when
        List<PolicyProblem> problems = PolicyProblems.of(policy(recipes.toArray(Recipe[]::new)));

        // then
        assertThat(problems).extracting(PolicyProblem::path)
                .isEqualTo(reached ? List.of() : List.of("recipes[" + recipes.getLast().id() + "]"));
    }

    private static Arguments mistake(Consumer<TestRecipe> change, String path, String value, String fix) {
        return arguments(change, path, value, fix);
    }

    private static Label label(String name) {
        return new Label(name, Result.NOT_OK, "");
    }

    private static Recipe selecting(String id, Set<String> cameras, Set<String> partNumbers) {
        return TestRecipe.with(recipe -> {
            recipe.id = id;
            recipe.cameras = cameras;
            recipe.partNumbers = partNumbers;
        });
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    private static ThresholdRule budget(double share) {
        return new ThresholdRule.Budget(share, "J. Doe", Learning.USUAL);
    }

    private static ThresholdRule cost(double escape, double falseReject, double review, double call) {
        return new ThresholdRule.Cost(new Costs(escape, falseReject, review, call), Learning.USUAL);
    }

    private static ThresholdRule risk(double alpha, double delta, @Nullable Double escapeAlpha, int... looks) {
        return new ThresholdRule.Risk(new Promise(alpha, delta, escapeAlpha, IntStream.of(looks).boxed().toList()),
                null, Learning.USUAL);
    }

    private static ThresholdRule learning(double maxValue, Duration answer, Duration correlation, Duration window,
            Duration grace) {
        return new ThresholdRule.Risk(Promise.USUAL, null,
                new Learning(maxValue, answer, correlation, window, grace));
    }

    private static LinePolicy approving(Recipe recipe) {
        return new LinePolicy(new LineId("bracket-1"), 1, "J. Doe", null, List.of(recipe), Approval.LOOSENING, null);
    }

    private static LinePolicy spending(DailyBudget budget) {
        return new LinePolicy(new LineId("bracket-1"), 1, "J. Doe", null, List.of(TestRecipe.valid()), Approval.NONE,
                budget);
    }

    private static LinePolicy policy(Recipe... recipes) {
        return new LinePolicy(new LineId("bracket-1"), 1, "J. Doe", null, List.of(recipes));
    }
}

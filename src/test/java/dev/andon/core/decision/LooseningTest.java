package dev.andon.core.decision;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.StillScene;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class LooseningTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** A change that loosens, as one and the other side of it, and what is said: the way back loosens nothing. */
    static final List<Arguments> ONE_WAY = List.of(
            step(it -> it.threshold = fixed(0.3), it -> it.threshold = fixed(0.4),
                    "threshold.value rises from 0.3 to 0.4"),
            step(it -> it.threshold = fixed(0.3), it -> it.threshold = fixed(Double.NaN),
                    "threshold.value rises from 0.3 to NaN"),
            step(it -> it.threshold = budget(0.1), it -> it.threshold = budget(0.05),
                    "threshold.reviewShare falls from 0.1 to 0.05"),
            step(it -> it.threshold = cost(50, 1, 1, 0), it -> it.threshold = cost(40, 1, 1, 0),
                    "threshold.escapeCost falls from 50 to 40"),
            step(it -> it.threshold = cost(50, 1, 1, 0), it -> it.threshold = cost(50, 0.5, 1, 0),
                    "threshold.falseRejectCost falls from 1 to 0.5"),
            step(it -> it.threshold = cost(50, 1, 1, 0), it -> it.threshold = cost(50, 1, 2, 0),
                    "threshold.reviewCost rises from 1 to 2"),
            step(it -> it.threshold = risk(0.01, 0.05, null), it -> it.threshold = risk(0.02, 0.05, null),
                    "threshold.alpha rises from 0.01 to 0.02"),
            step(it -> it.threshold = risk(0.01, 0.05, null), it -> it.threshold = risk(0.01, 0.1, null),
                    "threshold.delta rises from 0.05 to 0.1"),
            step(it -> it.threshold = risk(0.01, 0.05, 0.001), it -> it.threshold = risk(0.01, 0.05, 0.002),
                    "threshold.escapeAlpha rises from 0.001 to 0.002"),
            step(it -> it.threshold = risk(0.01, 0.05, 0.001), it -> it.threshold = risk(0.01, 0.05, null),
                    "threshold.escapeAlpha is taken away"),
            step(it -> it.threshold = risk(0.01, 0.05, null, 250, 500),
                    it -> it.threshold = risk(0.01, 0.05, null, 300),
                    "threshold.looks are fewer, 1 in place of 2: each has a larger part of delta"),
            step(it -> it.threshold = waiving(null), it -> it.threshold = waiving("K. Sato"),
                    "evidence that defects are found is waived, by K. Sato"),
            step(it -> it.threshold = learning(0.3, DAY, HOUR, DAY, DAY),
                    it -> it.threshold = learning(0.4, DAY, HOUR, DAY, DAY),
                    "threshold.maxValue rises from 0.3 to 0.4"),
            step(it -> it.threshold = learning(0.3, HOUR, HOUR, DAY, DAY),
                    it -> it.threshold = learning(0.3, DAY, HOUR, DAY, DAY),
                    "threshold.answerWithin rises from 1h to 1d"),
            step(it -> it.threshold = learning(0.3, DAY, HOUR, DAY, DAY),
                    it -> it.threshold = learning(0.3, DAY, Duration.ZERO, DAY, DAY),
                    "threshold.correlationTime falls from 1h to 0s"),
            step(it -> it.threshold = learning(0.3, DAY, HOUR, HOUR, DAY),
                    it -> it.threshold = learning(0.3, DAY, HOUR, DAY, DAY), "threshold.window rises from 1h to 1d"),
            step(it -> it.threshold = learning(0.3, DAY, HOUR, DAY, HOUR),
                    it -> it.threshold = learning(0.3, DAY, HOUR, DAY, DAY),
                    "threshold.graceWindow rises from 1h to 1d"),
            step(it -> it.auditShare = 0.05, it -> it.auditShare = 0.02, "auditShare falls from 0.05 to 0.02"),
            step(it -> it.audit = Audit.BEFORE, it -> it.audit = Audit.AFTER,
                    "audits come after publishing, and no longer before"),
            step(it -> it.maxAbstainShare = 0.4, it -> it.maxAbstainShare = 0.5,
                    "maxAbstainShare rises from 0.4 to 0.5"),
            step(it -> it.maxDisagreement = 0, it -> it.maxDisagreement = 0.2, "maxDisagreement rises from 0 to 0.2"),
            step(it -> it.gate = new QualityGate(20, 0, 1, null), it -> it.gate = new QualityGate(10, 0, 1, null),
                    "qualityGate.minSharpness falls from 20 to 10"),
            step(it -> it.gate = new QualityGate(20, 0.1, 1, null), it -> it.gate = new QualityGate(20, 0, 1, null),
                    "qualityGate.minExposure falls from 0.1 to 0"),
            step(it -> it.gate = new QualityGate(20, 0, 0.9, null), it -> it.gate = new QualityGate(20, 0, 1, null),
                    "qualityGate.maxExposure rises from 0.9 to 1"),
            step(it -> it.gate = new QualityGate(20, 0, 1, null), it -> it.gate = null, "qualityGate is taken away"),
            step(it -> it.gate = new QualityGate(20, 0, 1, 5.0), it -> it.gate = new QualityGate(20, 0, 1, 6.0),
                    "qualityGate.maxNoise rises from 5 to 6"),
            step(it -> it.gate = new QualityGate(20, 0, 1, 5.0), it -> it.gate = new QualityGate(20, 0, 1, null),
                    "qualityGate.maxNoise is taken away"),
            step(it -> it.stillScene = null, it -> it.stillScene = new StillScene(0.01, HOUR),
                    "stillScene is new: frames of a scene that stands still are no longer asked about"),
            step(it -> it.stillScene = new StillScene(0.01, HOUR), it -> it.stillScene = new StillScene(0.02, HOUR),
                    "stillScene.maxDifference rises from 0.01 to 0.02"),
            step(it -> it.stillScene = new StillScene(0.01, Duration.ofSeconds(1)),
                    it -> it.stillScene = new StillScene(0.01, HOUR), "stillScene.maxAge rises from 1s to 1h"));

    @ParameterizedTest
    @FieldSource("ONE_WAY")
    void aStepIsLooserInOneDirection(Consumer<TestRecipe> old, Consumer<TestRecipe> next, String sentence) {
        LinePolicy before = policy(TestRecipe.with(old));
        LinePolicy after = policy(TestRecipe.with(next));

        assertThat(Loosening.between(before, after)).containsExactly("recipe bracket: " + sentence);
        assertThat(Loosening.between(after, before)).filteredOn(each -> !each.contains("NaN")).isEmpty();
    }

    /** Another mode is told in both directions, a waiver in one. */
    static final List<Arguments> MODES = List.of(
            arguments(fixed(0.3), risk(0.01, 0.05, null), false),
            arguments(risk(0.01, 0.05, null), fixed(0.3), true),
            arguments(risk(0.01, 0.05, null), budget(0.1), true),
            arguments(cost(50, 1, 1, 0), budget(0.1), true),
            arguments(fixed(0.3), budget(0.1), false),
            arguments(risk(0.01, 0.05, null), cost(50, 1, 1, 0), false),
            arguments(cost(50, 1, 1, 0), waiving("K. Sato"), false));

    @ParameterizedTest
    @FieldSource("MODES")
    void anotherModeCannotBeCompared(ThresholdRule old, ThresholdRule next, boolean waives) {
        List<String> found = Loosening.between(policy(with(old)), policy(with(next)));

        assertThat(found).filteredOn(each -> each.contains("is waived")).hasSize(waives ? 1 : 0);
        assertThat(found).filteredOn(each -> each.contains("threshold.mode changes from " + old.mode().name()
                .toLowerCase(Locale.ROOT) + " to ")).hasSize(1);
    }

    static final List<Consumer<TestRecipe>> NEUTRAL = List.of(
            it -> {},
            it -> it.model = "other",
            it -> it.samples = 7,
            it -> it.cameras = Set.of("cam-1"),
            it -> it.revision = 7,
            it -> it.threshold = new ThresholdRule.Fixed(0.25, "Somebody else"));

    @ParameterizedTest
    @FieldSource("NEUTRAL")
    void aNewRevisionAndOtherFramesLoosenNothing(Consumer<TestRecipe> change) {
        assertThat(Loosening.between(policy(TestRecipe.valid()), policy(TestRecipe.with(change)))).isEmpty();
    }

    @Test
    void moreLooksThatShareTheSameDeltaLoosenNothing() {
        assertThat(Loosening.between(policy(with(risk(0.01, 0.05, null, 250))),
                policy(with(risk(0.01, 0.05, null, 100, 250))))).isEmpty();
    }

    @Test
    void severalStepsAreToldTogether() {
        // given
        LinePolicy old = new LinePolicy(new LineId("l"), 1, "J. Doe", null, List.of(named("a", 0.3), named("b", 0.3)),
                Approval.LOOSENING, null);
        LinePolicy next = policy(named("b", 0.4), named("a", 0.2), named("c", 0.1));

        // then
        assertThat(Loosening.between(old, next)).containsExactly(
                "approval is taken away: nobody has to approve any more what comes next",
                "recipe b: threshold.value rises from 0.3 to 0.4", "recipe c: evidence is waived, by J. Doe");
    }

    @Test
    void aNewRecipeIsLooseByWhatItWaivesAlone() {
        LinePolicy old = policy(named("a", 0.3));

        assertThat(Loosening.between(old, policy(named("a", 0.3), with(risk(0.5, 0.5, null))))).isEmpty();
        assertThat(Loosening.between(old, policy(with(waiving("K. Sato"))))).containsExactly(
                "recipe bracket: evidence that defects are found is waived, by K. Sato");
    }

    @Test
    void aRecipeThatIsGoneLoosensNothing() {
        assertThat(Loosening.between(policy(named("a", 0.3), named("b", 0.3)), policy(named("b", 0.3)))).isEmpty();
    }

    private static Arguments step(Consumer<TestRecipe> old, Consumer<TestRecipe> next, String sentence) {
        return arguments(old, next, sentence);
    }

    private static Recipe with(ThresholdRule rule) {
        return TestRecipe.with(it -> it.threshold = rule);
    }

    private static Recipe named(String name, double threshold) {
        return TestRecipe.with(it -> {
            it.id = name;
            it.threshold = fixed(threshold);
        });
    }

    private static ThresholdRule fixed(double value) {
        return new ThresholdRule.Fixed(value, "J. Doe");
    }

    private static ThresholdRule budget(double share) {
        return new ThresholdRule.Budget(share, "J. Doe", Learning.USUAL);
    }

    private static ThresholdRule cost(double escape, double falseReject, double review, double call) {
        return new ThresholdRule.Cost(new Costs(escape, falseReject, review, call), Learning.USUAL);
    }

    private static ThresholdRule risk(double alpha, double delta, @Nullable Double escapeAlpha, Integer... looks) {
        return new ThresholdRule.Risk(new Promise(alpha, delta, escapeAlpha, List.of(looks)), null, Learning.USUAL);
    }

    private static ThresholdRule waiving(@Nullable String name) {
        return new ThresholdRule.Risk(Promise.USUAL, name, Learning.USUAL);
    }

    private static ThresholdRule learning(double maxValue, Duration answer, Duration correlation, Duration window,
            Duration grace) {
        return new ThresholdRule.Cost(new Costs(50, 1, 1, 0),
                new Learning(maxValue, answer, correlation, window, grace));
    }

    private static LinePolicy policy(Recipe... recipes) {
        return new LinePolicy(new LineId("l"), 1, "J. Doe", null, List.of(recipes));
    }
}

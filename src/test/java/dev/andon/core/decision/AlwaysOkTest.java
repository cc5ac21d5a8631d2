package dev.andon.core.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * What becomes of a model that says OK to everything, with one voice: of 200 frames of a line one shows a defect, so that
 * every threshold lets all of them through and no more than 0.5 % are wrong.
 */
class AlwaysOkTest {

    private static final String ONE_VOICE = "ok ok ok ok ok";

    static final List<Arguments> RULES = List.of(
            argumentSet("fixed", new ThresholdRule.Fixed(0.25, "J. Doe"), null),
            argumentSet("budget", new ThresholdRule.Budget(0.05, "J. Doe", Learning.USUAL), null),
            argumentSet("cost", new ThresholdRule.Cost(new Costs(50, 1, 1, 0), Learning.USUAL), null),
            argumentSet("risk", ThresholdRule.USUAL, Reason.UNPROVEN),
            argumentSet("risk, waived", new ThresholdRule.Risk(Promise.USUAL, "J. Doe", Learning.USUAL), null));

    @ParameterizedTest
    @FieldSource("RULES")
    void riskAloneDoesNotBelieveItUnlessAPersonDoes(ThresholdRule rule, @Nullable Reason held) {
        // when
        Decision decision = DecisionRules.decide(TestFindings.with(it -> {
            it.recipe(recipe -> recipe.threshold = rule);
            it.answers = ONE_VOICE;
            it.uncertainty = 0.0;
        }));

        // then
        assertThat(decision.reason()).isEqualTo(held);
        assertThat(decision.scorable()).as("it is evidence all the same").isTrue();
    }
}

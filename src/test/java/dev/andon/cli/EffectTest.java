package dev.andon.cli;

import java.util.Collections;
import java.util.Map;

import dev.andon.core.decision.Hindsight;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.uncertainty.Measures;
import dev.andon.fixture.TestInspections;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EffectTest {

    private static final LinePolicy OLD = TestPolicies.fixed("l", 1, "m", 0.25);

    @Test
    void sharesOfTheFramesThatAreSeen() {
        // given 1,250 frames: 1,000 below 0.2, 200 up to 0.25, and 50 above
        Effect effect = effect(TestPolicies.fixed("l", 2, "m", 0.2));

        // when
        look(effect, OLD, 0.1, 1_000);
        look(effect, OLD, 0.23, 200);
        look(effect, OLD, 0.5, 50);

        // then
        assertThat(effect.text()).isEqualTo("recipe bracket: held 4.0 % → 20.0 % of 1,250 frames of the last day");
    }

    @Test
    void framesThatCannotBeToldAreCountedApart() {
        Effect effect = effect(TestPolicies.fixed("l", 2, "m", 0.2));
        look(effect, OLD, 0.1, 1);
        look(effect, TestPolicies.fixed("l", 1, "older model", 0.25), 0.1, 1_100);

        assertThat(effect.text()).isEqualTo("recipe bracket: held 0.0 % → 0.0 % of 1 frame of the last day;"
                + " not counted: 1,100 decided by another revision");
    }

    @Test
    void framesThatCannotBeToldAtAll() {
        Effect effect = effect(TestPolicies.fixed("l", 2, "m", 0.2));
        look(effect, TestPolicies.fixed("l", 1, "older model", 0.25), 0.1, 3);

        assertThat(effect.text()).isEqualTo(
                "recipe bracket: nothing can be told of the last day; not counted: 3 decided by another revision");
    }

    @Test
    void noFrames() {
        assertThat(effect(TestPolicies.fixed("l", 2, "m", 0.2)).text()).isEqualTo(
                "recipe bracket: no frames in the last day");
    }

    @Test
    void anotherModelWouldHaveToBeAsked() {
        Effect effect = effect(TestPolicies.fixed("l", 2, "other model", 0.2));

        assertThat(effect.looks()).isFalse();
        assertThat(effect.text()).isEqualTo("recipe bracket: what it would have held of the last day cannot be told"
                + " without the model or the images: model changed");
    }

    private static Effect effect(LinePolicy next) {
        return new Effect("bracket",
                new Hindsight(OLD.recipes().getFirst(), next, next.recipes().getFirst()));
    }

    private static void look(Effect effect, LinePolicy policy, double uncertainty, int times) {
        Inspection inspection = TestInspections.of(policy, policy.recipes().getFirst(), "ok ok ok ok ok", false,
                Map.of(Measures.CAPTION_DIVERSITY, uncertainty),
                new Threshold(0.25, 1, ThresholdMode.FIXED, "waived by J. Doe"));
        Collections.nCopies(times, inspection).forEach(effect::look);
    }
}

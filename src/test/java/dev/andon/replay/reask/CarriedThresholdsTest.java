package dev.andon.replay.reask;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.fixture.TestInspections;
import dev.andon.fixture.TestPolicies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CarriedThresholdsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final LinePolicy LEARNT = TestPolicies.learnt("press", 100);
    private static final Recipe RECIPE = LEARNT.recipes().getFirst();

    private final CarriedThresholds thresholds = new CarriedThresholds();

    @Test
    void theNewestOfEachRecipeIsCarriedAndDoesNotEnd() {
        add(MONDAY.plusSeconds(1), risk(0.4, 8));
        add(MONDAY, risk(0.3, 7));

        List<LineThresholds> carried = thresholds.under(List.of(LEARNT));

        LearntThreshold one = carried.getFirst().recipes().getFirst();
        assertThat(one.recipe().id()).isEqualTo(RECIPE.id());
        assertThat(one.threshold()).isEqualTo(new Threshold(0.4, 8, ThresholdMode.RISK, "certified"));
    }

    @Test
    void whatWasInColdStartLastStaysThere() {
        add(MONDAY, risk(0.3, 7));
        add(MONDAY.plusSeconds(1), null);

        assertThat(thresholds.under(List.of(LEARNT))).isEmpty();
    }

    @Test
    void aPolicyThatGivesTheThresholdNeedsNone() {
        add(MONDAY, risk(0.3, 7));

        assertThat(thresholds.under(List.of(TestPolicies.fixed("press", 1, "steady", 0.25)))).isEmpty();
    }

    private static Threshold risk(double value, long version) {
        return new Threshold(value, version, ThresholdMode.RISK, "certified", MONDAY.plusSeconds(60));
    }

    private void add(Instant decided, @Nullable Threshold threshold) {
        Inspection i = TestInspections.of(LEARNT, RECIPE, "ok ok ok ok ok", false, Map.of(RECIPE.measure(), 0.1),
                threshold);
        thresholds.add(new Inspection(i.id(), i.frame(), i.line(), i.lineSequence(), i.decision(), i.purpose(),
                i.scores(), i.uncertainty(), i.samples(), i.asking(), i.applied(), i.image(), null, null, i.lot(),
                new Inspection.Times(MONDAY, MONDAY, decided), false));
    }
}

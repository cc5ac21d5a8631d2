package dev.andon.cli;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.sampling.Result;
import dev.andon.fixture.HeldInspections;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LabelCheckTest {

    private static final LinePolicy POLICY = TestPolicies.fixed("l-1", 3, "some-model", 0.25);
    private static final Inspection INSPECTION = HeldInspections.held("i-1", POLICY);

    @Test
    void aLabelOfTheRecipeWithItsResultIsRight() {
        assertThat(LabelCheck.objection(INSPECTION, POLICY, "bent", Result.NOT_OK)).isEmpty();
    }

    @Test
    void aLabelThatTheRecipeDoesNotHaveIsRefused() {
        assertThat(LabelCheck.objection(INSPECTION, POLICY, "burnt", Result.NOT_OK)).get().asString()
                .contains("burnt", "[ok, bent]", "--comment");
    }

    @Test
    void aLabelThatMeansTheOppositeIsRefused() {
        assertThat(LabelCheck.objection(INSPECTION, POLICY, "ok", Result.NOT_OK)).get().asString()
                .contains("--label ok means OK", "--result says NOT_OK");
    }

    @Test
    void labelsThatNobodyKnowsAnyMoreAreTakenAsTheyAre() {
        LinePolicy changed = TestPolicies.fixed("l-1", 4, "another-model", 0.25);

        assertThat(LabelCheck.objection(INSPECTION, changed, "burnt", Result.NOT_OK)).isEmpty();
        assertThat(LabelCheck.objection(INSPECTION, null, "burnt", Result.NOT_OK)).isEmpty();
    }
}

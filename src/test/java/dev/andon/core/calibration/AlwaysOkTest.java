package dev.andon.core.calibration;

import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A model that always says OK, with one voice, on a line where five parts in a thousand are not: what each rule makes of it.
 * Whatever the threshold, a defect is as likely above it as below, and all that are accepted escape.
 */
class AlwaysOkTest {

    private static final Scene SCENE = new Scene("always OK", rank -> .1 * rank, _ -> .005, _ -> 0, 1);
    private static final Truth TRUTH = new Truth(SCENE);
    private static final double AUDIT_SHARE = .2;
    private static final int RUNS = 50;

    /** Half as many errors as are promised are not many fewer: 4,000 labelled frames show it in about half of the windows. */
    @Test
    void aPromiseOfOneInAHundredIsKeptSoItIsCertified() {
        int certified = 0;

        for (int run = 0; run < RUNS; run++) {
            Simulation line = new Simulation(SCENE, new ThresholdRule.Risk(Promise.USUAL, null, Learning.USUAL),
                    AUDIT_SHARE,
                    run);
            line.run(21_000);
            certified += line.value() == null ? 0 : 1;
        }

        assertThat(certified).isGreaterThan(RUNS / 3);
    }

    @Test
    void aBudgetHoldsItsShareOfTheDefectsAndNoMore() {
        Simulation line = new Simulation(SCENE, new ThresholdRule.Budget(.3, "ana", Learning.USUAL), AUDIT_SHARE, 1);

        line.run(2_000);

        assertThat(TRUTH.coverage(line.value())).isBetween(.8, .95);
    }

    @Test
    void costsAcceptEverythingUnlessEscapesAreDear() {
        Simulation cheap = new Simulation(SCENE, cost(50), AUDIT_SHARE, 1);
        Simulation dear = new Simulation(SCENE, cost(5_000), AUDIT_SHARE, 1);

        cheap.run(2_000);
        dear.run(2_000);

        assertThat(TRUTH.coverage(cheap.value())).isGreaterThan(.999);
        assertThat(dear.value()).isNull();
    }

    @Test
    void aGivenThresholdIsNotQuestioned() {
        Simulation line = new Simulation(SCENE, new ThresholdRule.Fixed(.2, "ana"), AUDIT_SHARE, 1);

        line.run(2_000);

        assertThat(line.value()).isEqualTo(.2);
    }

    private static ThresholdRule cost(double escape) {
        return new ThresholdRule.Cost(new Costs(escape, 1, 1, 0), Learning.USUAL);
    }
}

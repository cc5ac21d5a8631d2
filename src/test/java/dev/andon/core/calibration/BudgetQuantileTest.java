package dev.andon.core.calibration;

import dev.andon.core.calibration.LearnerState.Learnt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BudgetQuantileTest {

    private static final int CAP = Grid.SIZE - 1;

    @Test
    void whatRulesAndAuditsTakeIsTakenFromTheBudget() {
        // 20 % of the frames have no score; of the others 10 % are audited
        double share = BudgetQuantile.share(.8, .4, .1);

        assertThat(.2 + .8 * (share + .1 * (1 - share))).isCloseTo(.4, within(1e-12));
    }

    @Test
    void nothingIsHeldWhereNothingIsLeftOfTheBudget() {
        assertThat(BudgetQuantile.share(.8, .2, .1)).isZero();
        assertThat(BudgetQuantile.share(1, .05, 1)).isZero();
    }

    @Test
    void allIsHeldWhereItIsEnough() {
        assertThat(BudgetQuantile.share(.8, 1, .1)).isEqualTo(1);
    }

    @Test
    void theQuantileNeverHoldsMoreThanTheShare() {
        Histogram scores = even();

        assertThat(BudgetQuantile.quantile(scores, .1, CAP)).isEqualTo(180);
        assertThat(BudgetQuantile.quantile(scores, .099, CAP)).isEqualTo(181);
        assertThat(BudgetQuantile.quantile(scores, 0, CAP)).isEqualTo(200);
        assertThat(BudgetQuantile.quantile(scores, 1, CAP)).isZero();
        assertThat(BudgetQuantile.quantile(scores, .1, 100)).isEqualTo(100);
    }

    @Test
    void tiedScoresAreAcceptedTogether() {
        Histogram scores = new Histogram();
        for (int i = 0; i < 10; i++) {
            scores.add(i < 5 ? 20 : 40);
        }

        assertThat(BudgetQuantile.quantile(scores, .5, CAP)).isEqualTo(20);
        assertThat(BudgetQuantile.quantile(scores, .4, CAP)).isEqualTo(40);
    }

    @Test
    void theThresholdInForceStaysWhereNoiseExplainsTheRest() {
        Learnt present = BudgetQuantile.of(even(), 1_000, .1, 0, CAP, null);

        Learnt slightlyLess = BudgetQuantile.of(even(), 1_000, .09, 0, CAP, present);
        Learnt muchLess = BudgetQuantile.of(even(), 1_000, .05, 0, CAP, present);

        assertThat(slightlyLess).isSameAs(present);
        assertThat(muchLess.index()).isEqualTo(190);
        assertThat(muchLess.evidence())
                .isEqualTo("the 5 % of scorable frames that differ most are held, so that people "
                        + "review 5 % of all: by 1,000 scores, and 0 frames without one");
    }

    /** Five scores at each threshold but the first. */
    private static Histogram even() {
        Histogram scores = new Histogram();
        for (int i = 0; i < 1_000; i++) {
            scores.add(1 + i % 200);
        }
        return scores;
    }
}

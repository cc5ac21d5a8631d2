package dev.andon.core.calibration;

import java.time.Instant;
import java.util.List;

import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CertificationTest {

    private static final Instant SINCE = Instant.parse("2026-05-01T06:00:00Z");
    private static final int CAP = Grid.SIZE - 1;

    /** Values of scipy.stats.binom.cdf, SciPy 1.17.1. */
    @ParameterizedTest
    @CsvSource({"0, 59, .05, 0.04849452524942322", "0, 299, .01, 0.049536256637662465",
        "3, 1204, .01, 0.0021452303442173596", "12, 800, .025, 0.037253950723857024",
        "50, 1000, .05, 0.5375290408014273"})
    void addsUpBinomialProbabilities(int errors, int trials, double share, double expected) {
        assertThat(Certification.atMost(errors, trials, share)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void nothingIsShownByNothing() {
        assertThat(Certification.atMost(0, 0, .05)).isEqualTo(1);
        assertThat(Certification.atMost(7, 7, .05)).isEqualTo(1);
    }

    @Test
    void labelsWithoutErrorThatOneLookNeeds() {
        assertThat(Math.ceil(LookPlan.needed(.05, .05))).isEqualTo(59);
        assertThat(Math.ceil(LookPlan.needed(.02, .05))).isEqualTo(149);
        assertThat(Math.ceil(LookPlan.needed(.01, .05))).isEqualTo(299);
    }

    @Test
    void aLookThatCannotCertifyAnythingTakesNoShareOfDelta() {
        LookPlan plan = plan(Promise.USUAL);

        assertThat(plan.looks()).containsExactly(500, 1_000, 2_000, 4_000);
        assertThat(plan.delta()).isEqualTo(.0125);
        assertThat(plan(new Promise(.001, .05, null, List.of(250, 1_000))).looks()).isEmpty();
        assertThat(plan(new Promise(.05, .05, .01, List.of(100, 1_000))).looks()).containsExactly(1_000);
    }

    @Test
    void goesOnTowardsLooserThresholdsUntilTheFirstThatFails() {
        Counts counts = counts(20, 100, 0, 30, 100, 0, 40, 100, 30, 50, 1_000, 0);

        Certificate found = look(counts, promise(null), shares(20, 1));

        assertThat(found).isEqualTo(new Certificate(39, .05, null, .1, 1_300, 1_000, 200, 0, 0, SINCE));
    }

    @Test
    void certifiesNothingWhereTheStartFails() {
        Counts counts = counts(20, 40, 0, 30, 500, 0);

        assertThat(look(counts, promise(null), shares(20, 1))).isNull();
    }

    @Test
    void aStartAddsItsShareToWhatHasComeDownToIt() {
        Counts counts = counts(20, 80, 0, 30, 20, 2);
        double whole = Certification.atMost(2, 100, .05);
        double[] both = shares(20, .5);
        both[30] = .5;

        assertThat(Certification.look(counts, promise(null), whole, both, CAP, SINCE)).extracting(Certificate::index)
                .isEqualTo(200);
        assertThat(Certification.look(counts, promise(null), whole, shares(30, .5), CAP, SINCE)).isNull();
    }

    @Test
    void escapesHaveToPassAsWell() {
        Counts many = new Counts(histogram(20, 300), histogram(20, 5), histogram(20, 5));
        Counts few = new Counts(histogram(20, 300), histogram(20, 5), histogram(20, 0));

        assertThat(look(many, promise(null), shares(20, 1))).isNotNull();
        assertThat(look(many, promise(.01), shares(20, 1))).isNull();
        assertThat(look(few, promise(.01), shares(20, 1))).isNotNull();
    }

    @Test
    void nothingAboveTheCapIsTested() {
        Counts counts = counts(20, 300, 0, 30, 300, 0);

        assertThat(Certification.look(counts, promise(null), .1, shares(20, 1), 25, SINCE)).isNotNull()
                .extracting(Certificate::index).isEqualTo(25);
    }

    @Test
    void saysWhatItHasShown() {
        Certificate plain = new Certificate(62, .01, null, .05, 2_000, 4_000, 1_204, 3, 2, SINCE);
        Certificate both = new Certificate(62, .01, .005, .05, 2_000, 4_000, 1_204, 3, 2, SINCE);

        assertThat(plain.words())
                .isEqualTo("at most 1 % wrong among accepted, 95 % confidence: 3 wrong of 1,204 judged up "
                        + "to 0.31, at 2,000 of 4,000 frames, window from 2026-05-01");
        assertThat(both.words())
                .isEqualTo("at most 1 % wrong and 0.5 % escapes among accepted, 95 % confidence: 3 wrong, "
                        + "2 of them escapes, of 1,204 judged up to 0.31, at 2,000 of 4,000 frames, window from 2026-05-01");
    }

    @Test
    void theStartIsTheStrictestThatAcceptsEnough() {
        Histogram scores = new Histogram();
        for (int i = 0; i < 2_000; i++) {
            scores.add(1 + i % 200);
        }

        // z = 66.3: 5 z = 332 of 3,000 frames, √(66.3 · 500) = 182 of 500
        assertThat(start(Starts.shares(scores, 3_000, .05, .1 / 3, CAP))).isEqualTo(23);
        assertThat(start(Starts.shares(scores, 500, .05, .1 / 3, CAP))).isEqualTo(73);
        assertThat(start(Starts.shares(scores, 500, .05, .1 / 3, 40))).isEqualTo(40);
    }

    @Test
    void withoutScoresThereAreTwoStarts() {
        double[] shares = Starts.shares(new Histogram(), 500, .05, .1 / 3, CAP);

        assertThat(shares[50]).isEqualTo(.5);
        assertThat(shares[100]).isEqualTo(.5);
        assertThat(start(Starts.shares(new Histogram(), 500, .05, .1 / 3, 30))).isEqualTo(30);
    }

    private static LookPlan plan(Promise promise) {
        return LookPlan.of(new ThresholdRule.Risk(promise, null, Learning.USUAL));
    }

    private static int start(double[] shares) {
        int start = 0;
        while (shares[start] == 0) {
            start++;
        }
        assertThat(shares[start]).isEqualTo(1);
        return start;
    }

    private static @Nullable Certificate look(Counts counts, Promise promise, double[] shares) {
        return Certification.look(counts, promise, .1, shares, CAP, SINCE);
    }

    private static Promise promise(@Nullable Double escapeAlpha) {
        return new Promise(.05, .1, escapeAlpha, List.of(1_000));
    }

    private static double[] shares(int start, double share) {
        double[] shares = new double[Grid.SIZE];
        shares[start] = share;
        return shares;
    }

    private static Histogram histogram(int index, int count) {
        int[] counts = new int[Grid.SIZE];
        counts[index] = count;
        return new Histogram(counts);
    }

    /** Index, judged, wrong; and again. */
    private static Counts counts(int... triples) {
        int[] judged = new int[Grid.SIZE];
        int[] wrong = new int[Grid.SIZE];
        for (int i = 0; i < triples.length; i += 3) {
            judged[triples[i]] = triples[i + 1];
            wrong[triples[i]] = triples[i + 2];
        }
        return new Counts(new Histogram(judged), new Histogram(wrong), new Histogram());
    }
}

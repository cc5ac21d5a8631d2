package dev.andon.replay;

import java.util.Random;

import dev.andon.core.decision.Audit;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.sampling.Result;
import dev.andon.fixture.TestPolicies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ErrorsTest {

    private static final String OKS = "ok ok ok ok ok";
    private static final LinePolicy POLICY = TestPolicies.fixed("l", 1, "m", 0.25);

    private final Errors errors = new Errors();

    /** Every frame is audited: nothing has to be guessed. */
    @Test
    void whatIsKnownOfAllHasNoBand() {
        LinePolicy audited = TestPolicies.audited("l", Audit.AFTER);
        for (int i = 0; i < 20; i++) {
            errors.add(Records.of(audited, i, OKS, 0.9, 0.5), Result.OK, i < 3 ? Result.NOT_OK : Result.OK);
        }

        assertThat(errors.escapes()).isEqualTo(new Estimate(3, 3, 3));
        assertThat(errors.falseRejects()).isEqualTo(new Estimate(0, 0, 0));
    }

    /** Of 100 held frames that would be accepted half were judged, and 5 of those are wrong: 10 of all. */
    @Test
    void judgedFramesStandForTheOthers() {
        addHeld(100, 50, 5);

        assertThat(errors.escapes().value()).isEqualTo(10);
        assertThat(errors.escapes().low()).isBetween(5.0, 10.0);
        assertThat(errors.escapes().high()).isBetween(15.0, 30.0);
    }

    @Test
    void withoutVerdictsNothingIsGuessed() {
        addHeld(10, 0, 0);

        assertThat(errors.escapes().value()).isNaN();
        assertThat(errors.escapes().low()).isZero();
        assertThat(errors.escapes().high()).isEqualTo(10);
    }

    /** A verdict on an accepted frame that was not drawn came because something was wrong. */
    @Test
    void complaintsAboutFramesThatWereNotDrawnDoNotWeigh() {
        Inspection accepted = Records.of(POLICY, 0, OKS, 0.9, 0.5);

        errors.add(accepted, Result.OK, Result.NOT_OK);

        assertThat(errors.judged()).isZero();
    }

    @Test
    void whatNobodyCouldTellIsNoVerdict() {
        errors.add(Records.of(POLICY, 0, OKS, 0.1, 0.5), Result.OK, Result.NOT_DECIDABLE);

        assertThat(errors.judged()).isZero();
    }

    /** 400 worlds of 300 accepted and 100 held frames, whose errors differ: the band holds in at least 95 % of them. */
    @Test
    void theBandHolds() {
        Random random = new Random(7);
        LinePolicy policy = TestPolicies.audited("l", Audit.AFTER);
        Inspection heldOne = Records.of(policy, 0, OKS, 0.1, 0.5);
        Inspection acceptedOne = Records.of(policy, 1, OKS, 0.9, 0.5);
        int held = 0;
        double sum = 0;
        double truth = 0;
        for (int world = 0; world < 400; world++) {
            Errors one = new Errors();
            int wrong = 0;
            for (int i = 0; i < 400; i++) {
                boolean wasHeld = i % 4 == 0;
                boolean isWrong = random.nextDouble() < (wasHeld ? 0.3 : 0.04);
                wrong += isWrong ? 1 : 0;
                boolean judged = random.nextDouble() < (wasHeld ? 0.8 : 0.2);
                Result known = !judged ? null : isWrong ? Result.NOT_OK : Result.OK;
                one.add(wasHeld ? heldOne : acceptedOne, Result.OK, known);
            }
            Estimate estimate = one.escapes();
            held += estimate.low() <= wrong && wrong <= estimate.high() ? 1 : 0;
            sum += estimate.value();
            truth += wrong;
        }

        assertThat(held).isGreaterThanOrEqualTo(380);
        assertThat(sum / truth).as("no bias").isCloseTo(1, within(0.05));
    }

    private void addHeld(int frames, int judged, int wrong) {
        for (int i = 0; i < frames; i++) {
            @Nullable
            Result truth = i >= judged ? null : i < wrong ? Result.NOT_OK : Result.OK;
            errors.add(Records.of(POLICY, i, OKS, 0.1, 0.5), Result.OK, truth);
        }
    }
}

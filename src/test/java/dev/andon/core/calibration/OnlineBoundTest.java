package dev.andon.core.calibration;

import java.time.Instant;

import dev.andon.core.calibration.Evidence.Step;
import dev.andon.core.calibration.LearnerState.Excess;
import dev.andon.core.calibration.LearnerState.Promised;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OnlineBoundTest {

    private static final Certificate CERTIFICATE = new Certificate(100, .01, null, .05, 500, 4_000, 450, 0, 0,
            Instant.parse("2026-05-01T06:00:00Z"));

    @Test
    void tenErrorsBeyondThePromiseAreChance() {
        assertThat(audited(10, Outcome.ESCAPE).bound()).isEqualTo(100);
    }

    @Test
    void eachFurtherErrorTakesATenth() {
        assertThat(audited(11, Outcome.FALSE_REJECT).bound()).isEqualTo(91);
        assertThat(audited(15, Outcome.UNKNOWN).bound()).isEqualTo(51);
    }

    @Test
    void afterTwentyOneNothingIsAccepted() {
        assertThat(audited(20, Outcome.ESCAPE).bound()).isNotEqualTo(Grid.NONE);
        assertThat(audited(21, Outcome.ESCAPE).bound()).isEqualTo(Grid.NONE);
    }

    @Test
    void whatWasTakenAwayStaysAway() {
        Promised promised = audited(12, Outcome.ESCAPE);
        for (int i = 0; i < 2_000; i++) {
            promised = OnlineBound.after(promised, new Step(50, null, Outcome.RIGHT));
        }

        assertThat(promised.bound()).isEqualTo(81);
        assertThat(promised.wrong()).isEqualTo(Excess.NONE);
        assertThat(OnlineBound.renew(promised, CERTIFICATE).bound()).isEqualTo(81);
    }

    @Test
    void framesAboveTheThresholdInForceSayNothing() {
        assertThat(steps(30, 101, null, Outcome.ESCAPE)).isEqualTo(OnlineBound.begin(CERTIFICATE));
    }

    @Test
    void aCorrectionCountsOnce() {
        Promised promised = audited(3, Outcome.ESCAPE);

        Promised corrected = OnlineBound.after(promised, new Step(50, Outcome.ESCAPE, Outcome.RIGHT));
        Promised renamed = OnlineBound.after(promised, new Step(50, Outcome.ESCAPE, Outcome.UNKNOWN));

        assertThat(corrected.wrong()).isEqualTo(new Excess(2, 3));
        assertThat(renamed.wrong()).isEqualTo(new Excess(3, 3));
    }

    @Test
    void escapesHaveAPromiseOfTheirOwn() {
        Certificate both = new Certificate(100, .5, .01, .05, 500, 4_000, 450, 0, 0, CERTIFICATE.since());
        Promised rejects = OnlineBound.begin(both);
        Promised escapes = OnlineBound.begin(both);
        for (int i = 0; i < 12; i++) {
            rejects = OnlineBound.after(rejects, new Step(50, null, Outcome.FALSE_REJECT));
            escapes = OnlineBound.after(escapes, new Step(50, null, Outcome.ESCAPE));
        }

        assertThat(rejects.bound()).isEqualTo(100);
        assertThat(escapes.bound()).isLessThan(100);
    }

    private static Promised audited(int errors, Outcome outcome) {
        return steps(errors, 1, null, outcome);
    }

    private static Promised steps(int count, int index, @Nullable Outcome before, Outcome now) {
        Promised promised = OnlineBound.begin(CERTIFICATE);
        for (int i = 0; i < count; i++) {
            promised = OnlineBound.after(promised, new Step(index, before, now));
        }
        return promised;
    }
}

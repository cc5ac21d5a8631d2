package dev.andon.core.calibration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import org.junit.jupiter.api.Test;

import static dev.andon.core.calibration.Frames.END;
import static dev.andon.core.calibration.Frames.HASH;
import static dev.andon.core.calibration.Frames.LEARNING;
import static dev.andon.core.calibration.Frames.RIGHT;
import static dev.andon.core.calibration.Frames.at;
import static dev.andon.core.calibration.Frames.certified;
import static dev.andon.core.calibration.Frames.frame;
import static dev.andon.core.calibration.Frames.judged;
import static dev.andon.core.calibration.Frames.risk;
import static dev.andon.core.calibration.Frames.seen;
import static org.assertj.core.api.Assertions.assertThat;

/** How a window of evidence ends: by its time, by drift, by a new policy; and what stays in force then. */
class LearnerWindowTest {

    @Test
    void aCertificateOutlivesItsWindowByTheGraceWindow() {
        Learner learner = certified();

        List<Change> ended = learner.tick(END);
        List<Change> late = learner.tick(END.plus(Duration.ofDays(2)).minusMillis(1));
        Double value = learner.standing().value();
        List<Change> over = learner.tick(END.plus(Duration.ofDays(2)));

        assertThat(ended).extracting(Change::cause).containsExactly(Cause.WINDOW_ENDED);
        assertThat(ended).extracting(Change::after).containsExactly(1.0);
        assertThat(late).isEmpty();
        assertThat(value).isEqualTo(1);
        assertThat(over).extracting(Change::cause).containsExactly(Cause.GRACE_ENDED);
        assertThat(learner.standing().value()).isNull();
    }

    @Test
    void aFrameOfTheNextWindowBeginsItToo() {
        Learner learner = certified();
        int next = (int) LEARNING.window().toSeconds();

        List<Change> changes = learner.seen(frame(next + 5));

        assertThat(changes).extracting(Change::cause).containsExactly(Cause.WINDOW_ENDED);
        assertThat(learner.standing().progress().since()).isEqualTo(END);
        assertThat(learner.standing().progress().frames()).isEqualTo(1);
        assertThat(learner.standing().validUntil()).isEqualTo(END.plus(LEARNING.graceWindow()));
    }

    @Test
    void theNextCertificateTakesThePlaceOfTheOneBefore() {
        Learner learner = certified();
        learner.tick(END);
        int next = (int) LEARNING.window().toSeconds();
        seen(learner, next, next + 100);

        List<Change> changes = judged(learner, next, next + 100, RIGHT);

        assertThat(changes).extracting(Change::cause).containsExactly(Cause.CERTIFIED);
        assertThat(learner.standing().validUntil())
                .isEqualTo(END.plus(LEARNING.window()).plus(LEARNING.graceWindow()));
    }

    @Test
    void scoresThatChangeEndTheWindow() {
        Learner learner = certified();
        List<Change> changes = new ArrayList<>();
        for (int i = 100; i < 2_000; i++) {
            double score = i < 1_000 ? .1 : .3;
            changes.addAll(learner.seen(frame(i, it -> {
                it.uncertainty = score;
                it.lot = .5;
            })));
        }

        assertThat(changes).extracting(Change::cause).containsExactly(Cause.DRIFT_ALARM);
        assertThat(changes.getFirst().after()).isEqualTo(1);
        assertThat(changes.getFirst().validUntil()).isEqualTo(at(1_999).plus(LEARNING.graceWindow()));
        assertThat(learner.standing().progress().labelled()).isZero();
        assertThat(learner.standing().progress().alarm()).isEqualTo(
                "the scores have changed: 100 % were up to 0.1, of the last 1,000 up to 2026-05-01 it were 0 %");
    }

    @Test
    void aNewRecipeEndsTheWindow() {
        Learner learner = certified();

        List<Change> changes = learner.ruled("new", risk(100, 200), .2, at(1_000));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.cause()).isEqualTo(Cause.RULE_CHANGED);
            assertThat(change.after()).isEqualTo(1);
            assertThat(change.validUntil()).isEqualTo(at(1_000).plus(LEARNING.graceWindow()));
        });
        assertThat(learner.standing().progress().labelled()).isZero();
        assertThat(learner.seen(frame(1_001, it -> it.hash = "new"))).isEmpty();
        assertThat(learner.standing().progress().pending()).isEqualTo(1);
    }

    @Test
    void aStricterPromiseIsNotKeptByTheOldCertificate() {
        Learner learner = certified();

        List<Change> changes = learner.ruled(HASH,
                new ThresholdRule.Risk(new Promise(.01, .1, null, List.of(500)), null, LEARNING), .2, at(1_000));

        assertThat(changes).extracting(Change::after).containsExactly((Double) null);
        assertThat(learner.standing().progress().labelled()).isZero();
    }

    @Test
    void aLooserPromiseIsKeptAndNeedsNewEvidence() {
        Learner learner = certified();

        learner.ruled(HASH, new ThresholdRule.Risk(new Promise(.1, .1, null, List.of(500)), null, LEARNING), .2,
                at(1_000));

        assertThat(learner.standing().value()).isEqualTo(1);
        assertThat(learner.standing().validUntil()).isEqualTo(at(1_000).plus(LEARNING.graceWindow()));
        assertThat(learner.standing().progress().labelled()).isZero();
    }

    @Test
    void theSamePolicyAgainChangesNothing() {
        Learner learner = certified();
        LearnerState before = learner.state();

        List<Change> changes = learner.ruled(HASH, risk(100, 200), .2, at(99));

        assertThat(changes).isEmpty();
        assertThat(learner.state()).isEqualTo(before);
    }

    @Test
    void aCapAppliesAtOnce() {
        Learner learner = certified();
        Learning capped = new Learning(.4, LEARNING.answerWithin(), Duration.ZERO, LEARNING.window(),
                LEARNING.graceWindow());

        List<Change> changes = learner.ruled(HASH,
                new ThresholdRule.Risk(new Promise(.05, .1, null, List.of(100, 200)), null, capped), .2, at(200));

        assertThat(changes).extracting(Change::cause).containsExactly(Cause.RULE_CHANGED);
        assertThat(learner.standing().value()).isEqualTo(.4);
        assertThat(learner.standing().progress().labelled()).isEqualTo(100);
    }

    @Test
    void aGivenThresholdIsTaken() {
        Learner learner = certified();

        List<Change> changes = learner.ruled(HASH, new ThresholdRule.Fixed(.123, "ana"), .2, at(200));

        assertThat(changes).containsExactly(
                new Change(Cause.RULE_CHANGED, 1.0, .123, ThresholdMode.FIXED, "waived by ana", null));
        assertThat(learner.tick(END.plus(Duration.ofDays(100)))).isEmpty();
        assertThat(learner.standing().value()).isEqualTo(.123);
    }
}

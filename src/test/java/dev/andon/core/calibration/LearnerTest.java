package dev.andon.core.calibration;

import java.util.ArrayList;
import java.util.List;

import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import org.junit.jupiter.api.Test;

import static dev.andon.core.calibration.Frames.BEGIN;
import static dev.andon.core.calibration.Frames.END;
import static dev.andon.core.calibration.Frames.ESCAPE;
import static dev.andon.core.calibration.Frames.HASH;
import static dev.andon.core.calibration.Frames.LEARNING;
import static dev.andon.core.calibration.Frames.RIGHT;
import static dev.andon.core.calibration.Frames.at;
import static dev.andon.core.calibration.Frames.certified;
import static dev.andon.core.calibration.Frames.frame;
import static dev.andon.core.calibration.Frames.judged;
import static dev.andon.core.calibration.Frames.learner;
import static dev.andon.core.calibration.Frames.risk;
import static dev.andon.core.calibration.Frames.seen;
import static org.assertj.core.api.Assertions.assertThat;

/** What counts as evidence, when it is looked at, and what a look or the audits make of a threshold. */
class LearnerTest {

    @Test
    void holdsEverythingAndSaysHowFarItHasCome() {
        Learner learner = learner(risk(100, 200));
        learner.seen(frame(0));
        learner.seen(frame(1));
        learner.judged(frame(0), null, RIGHT);

        Standing standing = learner.standing();

        assertThat(standing.value()).isNull();
        assertThat(standing.validUntil()).isNull();
        assertThat(standing.evidence()).isEqualTo(
                "nothing is certified yet: the next look is at 100 labelled frames, and this window has 1");
        assertThat(standing.progress().labelled()).isEqualTo(1);
        assertThat(standing.progress().pending()).isEqualTo(1);
        assertThat(standing.progress().toGo()).isEqualTo(99);
        assertThat(standing.progress().held()).isEqualTo(1);
        assertThat(standing.progress().coverage()).isZero();
    }

    @Test
    void certifiesWhenAllFramesOfALookAreJudged() {
        Learner learner = learner(risk(100, 200));
        seen(learner, 0, 100);
        judged(learner, 1, 100, RIGHT);

        List<Change> changes = learner.judged(frame(0), null, RIGHT);

        assertThat(changes).containsExactly(new Change(Cause.CERTIFIED, null, 1.0, ThresholdMode.RISK,
                "at most 5 % wrong among accepted, 90 % confidence: 0 wrong of 100 judged up to 1, at 100 of 200 frames, "
                        + "window from 2026-05-01",
                END.plus(LEARNING.graceWindow())));
        assertThat(learner.standing().value()).isEqualTo(1);
        assertThat(learner.standing().progress().nextLook()).isEqualTo(200);
    }

    @Test
    void quickAnswersAreNotFavoured() {
        Learner learner = learner(risk(100, 200));
        seen(learner, 0, 150);

        List<Change> changes = judged(learner, 1, 150, RIGHT);

        assertThat(changes).isEmpty();
        assertThat(learner.standing().progress().labelled()).isEqualTo(149);
    }

    @Test
    void aLookTakesTheFirstFramesWhateverElseIsJudged() {
        Learner learner = learner(risk(100, 200));
        seen(learner, 0, 150);
        judged(learner, 100, 150, ESCAPE);

        List<Change> changes = judged(learner, 0, 100, RIGHT);

        assertThat(changes).extracting(Change::cause).containsExactly(Cause.CERTIFIED);
    }

    @Test
    void unansweredFramesAreWrongWhenTheirTimeIsUp() {
        Learner learner = learner(risk(100, 200));
        seen(learner, 0, 100);
        judged(learner, 3, 100, RIGHT);

        List<Change> early = learner.tick(at(3599));
        List<Change> first = learner.tick(at(3600));
        int labelled = learner.standing().progress().labelled();
        List<Change> last = learner.tick(at(3602));

        assertThat(early).isEmpty();
        assertThat(first).isEmpty();
        assertThat(labelled).isEqualTo(98);
        assertThat(last).isEmpty();
        assertThat(learner.standing().progress().labelled()).isEqualTo(100);
        assertThat(learner.standing().progress().pending()).isZero();
        assertThat(learner.standing().progress().nextLook()).isEqualTo(200);
        assertThat(learner.state().evidence().resolved().of(Outcome.UNKNOWN).total()).isEqualTo(3);
    }

    @Test
    void anAnswerThatComesTooLateCountsForTheLooksToCome() {
        Learner learner = learner(risk(100, 200));
        seen(learner, 0, 100);
        judged(learner, 3, 100, RIGHT);
        learner.tick(at(3602));

        judged(learner, 0, 3, RIGHT);

        assertThat(learner.state().evidence().resolved().of(Outcome.RIGHT).total()).isEqualTo(100);
        assertThat(learner.state().evidence().resolved().of(Outcome.UNKNOWN).total()).isZero();
    }

    @Test
    void aCorrectionCountsOnce() {
        Learner learner = learner(risk(100));
        learner.seen(frame(0));
        learner.judged(frame(0), null, RIGHT);
        LearnerState once = learner.state();

        learner.judged(frame(0), RIGHT, ESCAPE);
        learner.judged(frame(0), ESCAPE, ESCAPE);
        LearnerState corrected = learner.state();
        learner.judged(frame(0), ESCAPE, RIGHT);

        assertThat(corrected.evidence().resolved().of(Outcome.ESCAPE).total()).isEqualTo(1);
        assertThat(corrected.evidence().resolved().of(Outcome.RIGHT).total()).isZero();
        assertThat(corrected.judged().of(Outcome.ESCAPE).total()).isEqualTo(1);
        assertThat(learner.state()).isEqualTo(once);
    }

    @Test
    void thatNothingWentWrongDownstreamCertifiesNothing() {
        Learner learner = learner(risk(100));
        learner.seen(frame(0));

        learner.judged(frame(0), null, new Judgement(null, Outcome.RIGHT));

        assertThat(learner.standing().progress().labelled()).isZero();
        assertThat(learner.standing().progress().verdicts()).isEqualTo(1);
    }

    @Test
    void acceptedFramesThatNoLotPickedCountForNothing() {
        Learner learner = learner(risk(100));
        Seen frame = frame(0, it -> {
            it.held = false;
            it.lot = .5;
        });
        learner.seen(frame);

        learner.judged(frame, null, ESCAPE);

        assertThat(learner.standing().progress().labelled()).isZero();
        assertThat(learner.standing().progress().verdicts()).isZero();
    }

    @Test
    void framesWithoutAScoreAreCountedAndNoMore() {
        Learner learner = learner(risk(100));
        Seen none = frame(0, it -> it.uncertainty = null);
        Seen noNumber = frame(1, it -> it.uncertainty = Double.NaN);

        learner.seen(none);
        learner.seen(noNumber);
        learner.judged(none, null, ESCAPE);

        assertThat(learner.standing().progress().frames()).isEqualTo(2);
        assertThat(learner.standing().progress().pending()).isZero();
        assertThat(learner.state().scores().all().total()).isZero();
    }

    @Test
    void framesOfAnotherRecipeOrFromBeforeTheWindowDoNotCount() {
        Learner learner = learner(risk(100));

        learner.seen(frame(0, it -> it.hash = "other"));
        learner.seen(frame(-1));

        assertThat(learner.standing().progress().frames()).isZero();
    }

    @Test
    void ofAGroupOnlyTheFrameWithTheSmallestLotCounts() {
        Seen first = frame(0, it -> it.group = "unit");
        Seen drawn = frame(1, it -> {
            it.group = "unit";
            it.lot = .01;
        });
        Seen last = frame(2, it -> it.group = "unit");
        Learner forwards = learner(risk(100));
        Learner backwards = learner(risk(100));

        for (Seen frame : List.of(first, drawn, last)) {
            forwards.seen(frame);
            forwards.judged(frame, null, frame.equals(drawn) ? RIGHT : ESCAPE);
        }
        for (Seen frame : List.of(last, drawn, first)) {
            backwards.seen(frame);
            backwards.judged(frame, null, frame.equals(drawn) ? RIGHT : ESCAPE);
        }

        assertThat(forwards.standing().progress().labelled()).isEqualTo(1);
        assertThat(forwards.state().evidence().resolved().of(Outcome.RIGHT).total()).isEqualTo(1);
        assertThat(backwards.state()).isEqualTo(forwards.state());
    }

    @Test
    void whenTheAuditShareFallsEvidenceThatLosesIsTakenOut() {
        Learner learner = learner(risk(100));
        Seen pending = frame(0, it -> it.lot = .15);
        Seen judged = frame(1, it -> it.lot = .15);
        Seen kept = frame(2);
        List.of(pending, judged, kept).forEach(learner::seen);
        learner.judged(judged, null, ESCAPE);
        learner.judged(kept, null, RIGHT);

        learner.seen(frame(3, it -> it.auditShare = .1));
        learner.judged(pending, null, ESCAPE);

        assertThat(learner.standing().progress().labelled()).isEqualTo(1);
        assertThat(learner.standing().progress().pending()).isEqualTo(1);
        assertThat(learner.state().evidence().resolved().of(Outcome.ESCAPE).total()).isZero();
    }

    @Test
    void whenTheAuditShareRisesTheSmallestOfTheWindowCounts() {
        Learner learner = learner(risk(100));
        learner.ruled(HASH, risk(100), .5, at(1));

        learner.seen(frame(2, it -> {
            it.auditShare = .5;
            it.lot = .3;
        }));

        assertThat(learner.standing().progress().pending()).isZero();
    }

    @Test
    void aLookThatFailsRevokesNothing() {
        Learner learner = certified();
        seen(learner, 100, 200);

        judged(learner, 100, 200, ESCAPE, it -> it >= 108);

        assertThat(learner.standing().value()).isEqualTo(1);
        assertThat(learner.standing().progress().nextLook()).isNull();
        assertThat(learner.standing().evidence()).contains("0 wrong of 100 judged");
    }

    @Test
    void auditsTighten() {
        Learner learner = certified();
        seen(learner, 100, 112);
        judged(learner, 100, 111, ESCAPE);

        List<Change> changes = judged(learner, 111, 112, ESCAPE);

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.cause()).isEqualTo(Cause.TIGHTENED);
            assertThat(change.before()).isEqualTo(.955);
            assertThat(change.after()).isEqualTo(.86);
            assertThat(change.evidence()).endsWith("; tightened to 0.86 since audits find more errors than that");
        });
        assertThat(learner.standing().progress().tightened()).isTrue();
    }

    @Test
    void auditsThatTakeEverythingAwayEndTheWindow() {
        Learner learner = certified();
        List<Change> changes = new ArrayList<>();
        for (int i = 100; learner.standing().value() != null; i++) {
            Seen frame = frame(i, it -> it.uncertainty = 0.0);
            learner.seen(frame);
            changes.addAll(learner.judged(frame, null, ESCAPE));
        }

        assertThat(changes.getLast().after()).isNull();
        assertThat(learner.standing().value()).isNull();
        assertThat(learner.standing().progress().labelled()).isZero();
        assertThat(learner.standing().progress().alarm())
                .isEqualTo("audits found 22 wrong of 22 accepted frames, where 5 % were promised");
    }

    @Test
    void goesOnFromWhatWasRemembered() {
        InMemoryFrames frames = new InMemoryFrames();
        Learner first = Learner.begin(HASH, risk(100, 200), .2, BEGIN, frames);
        seen(first, 0, 100);
        judged(first, 0, 99, RIGHT);

        Learner second = new Learner(first.state(), frames);
        List<Change> changes = second.judged(frame(99), null, RIGHT);

        assertThat(changes).extracting(Change::cause).containsExactly(Cause.CERTIFIED);
        assertThat(second.tick(at(5_000))).isEmpty();
    }

    @Test
    void saysThatAPromiseCannotBeCertified() {
        Learner learner = learner(
                new ThresholdRule.Risk(new Promise(.01, .05, null, List.of(100, 250)), null, LEARNING));

        assertThat(learner.standing().evidence()).isEqualTo(
                "nothing will be certified: for 1 % a look needs 299 labelled frames, and the promise plans looks at [100, 250]");
        assertThat(learner.standing().progress().toGo()).isNull();
    }
}

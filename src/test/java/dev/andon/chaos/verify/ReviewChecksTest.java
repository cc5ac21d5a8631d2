package dev.andon.chaos.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.andon.chaos.clients.Sending;
import dev.andon.chaos.jury.Said;
import dev.andon.chaos.verify.Output.Kind;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Inspected;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Verdicts on a held and on an accepted inspection and on nothing, all of which count, and then one thing is wrong. */
class ReviewChecksTest {

    private static final LineId LINE = new LineId("line-1");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Verdict FIRST = verdict("v-1", "held", Result.NOT_OK, 1);
    private static final Verdict SECOND = verdict("v-2", "held", Result.OK, 2);
    private static final Verdict OVERRULING = verdict("v-3", "accepted", Result.NOT_OK, 1);
    private static final Verdict ON_NOTHING = verdict("v-4", "nothing", Result.OK, 1);

    private final List<Output> outputs = new ArrayList<>();
    private final List<Ballot> ballots = new ArrayList<>();
    private final List<Reviewed> reviewed = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();

    @BeforeEach
    void allIsWell() {
        outputs.add(output(Kind.HELD, 0, "held", Result.NOT_DECIDABLE));
        outputs.add(output(Kind.ACCEPTED, 1, "accepted", Result.OK));
        outputs.add(output(Kind.AUDIT_COPY, 1, "accepted", Result.OK));
        List.of(FIRST, SECOND, FIRST, OVERRULING, ON_NOTHING).forEach(this::said);
        reviewed.add(reviewed("held", null, Result.NOT_OK, false, FIRST));
        reviewed.add(reviewed("held", "held-1", Result.OK, false, FIRST, SECOND));
        reviewed.add(reviewed("accepted", null, Result.NOT_OK, true, OVERRULING));
        outputs.add(letter(4));
    }

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(check().examples()).isEmpty();
    }

    @Test
    void countsWhatThereIs() {
        assertThat(Reviews.of(contents(), said)).isEqualTo(new Reviews(5, 0, 1, 2, 1, 0, 0));
    }

    @Test
    void letsAVerdictCountThatTheProducerGaveUp() {
        said.replaceAll(each -> new Said(each.verdict(), new Sending.Unconfirmed("no time")));

        assertThat(check().examples()).isEmpty();
    }

    @Test
    void findsAConfirmedVerdictThatIsGone() {
        said.add(new Said(verdict("v-5", "held", Result.OK, 5), new Sending.Confirmed(at(17))));

        assertFound(Violation.INPUT_GONE);
    }

    @Test
    void findsAVerdictThatNoRecordHas() {
        said(verdict("v-5", "held", Result.OK, 3));

        assertFound(Violation.VERDICT_LOST);
    }

    @Test
    void findsAVerdictOnAnInspectionWithoutAnyRecord() {
        reviewed.removeLast();

        assertFound(Violation.VERDICT_LOST);
    }

    @Test
    void findsAVerdictThatOnlyAnOlderRecordHas() {
        reviewed.set(1, reviewed("held", "held-1", Result.OK, false, SECOND));

        assertThat(check().counts()).containsOnlyKeys(Violation.VERDICT_LOST, Violation.REVIEW_CHAIN_BROKEN);
    }

    @Test
    void findsAVerdictOnNothingThatIsNoDeadLetter() {
        outputs.removeLast();

        assertFound(Violation.VERDICT_LOST);
    }

    @Test
    void findsAVerdictOnNothingThatIsADeadLetterTwice() {
        outputs.add(letter(4));

        assertFound(Violation.VERDICT_DOUBLED);
    }

    @Test
    void wantsOneDeadLetterForARepeatedVerdictOnNothing() {
        said(ON_NOTHING);
        assertThat(check().examples()).isEmpty();

        outputs.add(letter(5));

        assertFound(Violation.VERDICT_DOUBLED);
    }

    @Test
    void findsAVerdictThatCountsTwice() {
        reviewed.set(2, reviewed("accepted", null, Result.NOT_OK, true, OVERRULING, OVERRULING));

        assertThat(check().counts()).containsOnlyKeys(Violation.VERDICT_DOUBLED, Violation.REVIEW_CHAIN_BROKEN);
    }

    @Test
    void findsADeadLetterOfAVerdictWhoseInspectionThereIs() {
        outputs.add(letter(1));

        assertFound(Violation.VERDICT_REJECTED);
    }

    @Test
    void findsADeadLetterOfNoVerdict() {
        outputs.add(letter(17));

        assertFound(Violation.NEVER_SENT);
    }

    @Test
    void findsAVerdictThatWasNeverGivenSo() {
        Verdict altered = verdict("v-3", "accepted", Result.NOT_OK, 7);
        reviewed.set(2, reviewed("accepted", null, Result.NOT_OK, true, altered));

        assertFound(Violation.VERDICT_ALTERED);
    }

    @Test
    void findsAVerdictThatNobodyGave() {
        outputs.add(output(Kind.HELD, 2, "other", Result.NOT_DECIDABLE));
        reviewed.add(reviewed("other", null, Result.OK, false, verdict("v-5", "other", Result.OK, 1)));

        assertFound(Violation.VERDICT_ALTERED);
    }

    @Test
    void findsAReviewThatNobodyMade() {
        outputs.add(output(Kind.HELD, 2, "other", Result.NOT_DECIDABLE));
        reviewed.add(reviewed("other", null, Result.NOT_DECIDABLE, false));

        assertThat(check().counts()).containsOnlyKeys(Violation.REVIEW_UNFOUNDED, Violation.REVIEW_CHAIN_BROKEN);
    }

    @Test
    void findsAReviewOfWhatNobodyInspected() {
        reviewed.add(reviewed("nothing", null, Result.OK, false, ON_NOTHING));

        assertFound(Violation.REVIEW_UNFOUNDED);
    }

    @Test
    void findsTheSameRecordTwice() {
        reviewed.add(2, reviewed.get(1));

        assertFound(Violation.REVIEW_CHAIN_BROKEN);
    }

    @Test
    void findsAMissingRecord() {
        reviewed.removeFirst();

        assertFound(Violation.REVIEW_CHAIN_BROKEN);
    }

    @Test
    void findsRecordsTheWrongWayRound() {
        reviewed.addFirst(reviewed.remove(1));

        assertThat(check().counts()).containsEntry(Violation.REVIEW_CHAIN_BROKEN, 2);
    }

    @Test
    void findsARecordWithTwoVerdictsMore() {
        Verdict third = verdict("v-5", "held", Result.OK, 3);
        said(third);
        reviewed.set(1, new Reviewed("held-3", "held-1", reviewed.get(0).inspected(), List.of(FIRST, SECOND, third),
                Result.OK, false));

        assertFound(Violation.REVIEW_CHAIN_BROKEN);
    }

    @Test
    void findsARecordThatForgetsAVerdict() {
        Verdict third = verdict("v-5", "held", Result.OK, 3);
        said(third);
        reviewed.set(1, reviewed("held", "held-1", Result.OK, false, SECOND, third));
        reviewed.add(2, reviewed("held", "held-2", Result.OK, false, FIRST, SECOND, third));

        assertFound(Violation.REVIEW_CHAIN_BROKEN);
    }

    @Test
    void findsARecordThatReplacesAnother() {
        reviewed.set(1, reviewed("held", "held-0", Result.OK, false, FIRST, SECOND));

        assertFound(Violation.REVIEW_CHAIN_BROKEN);
    }

    @Test
    void findsARecordUnderAnotherName() {
        Reviewed right = reviewed.get(2);
        reviewed.set(2, new Reviewed("accepted-2", null, right.inspected(), right.verdicts(), right.finalResult(),
                right.overruled()));

        assertFound(Violation.REVIEW_CHAIN_BROKEN);
    }

    @Test
    void findsAFinalResultThatIsNotTheLastOne() {
        reviewed.set(1, reviewed("held", "held-1", Result.NOT_OK, false, FIRST, SECOND));

        assertFound(Violation.WRONG_FINAL_RESULT);
    }

    @Test
    void decidesByTimeAndThenByIdAndNotByPlace() {
        Verdict sameTime = verdict("v-0", "held", Result.NOT_OK, 2);
        Verdict earlier = verdict("v-9", "held", Result.NOT_OK, 1);
        said(sameTime);
        said(earlier);
        reviewed.add(2, reviewed("held", "held-2", Result.OK, false, FIRST, sameTime, SECOND));
        reviewed.add(3, reviewed("held", "held-3", Result.OK, false, FIRST, sameTime, SECOND, earlier));

        assertThat(check().examples()).isEmpty();
    }

    @Test
    void findsAnOverrulingThatIsNotSaid() {
        reviewed.set(2, reviewed("accepted", null, Result.NOT_OK, false, OVERRULING));

        assertFound(Violation.WRONG_FINAL_RESULT);
    }

    @Test
    void findsAnOverrulingOfAHeldOne() {
        reviewed.set(0, reviewed("held", null, Result.NOT_OK, true, FIRST));

        assertFound(Violation.WRONG_FINAL_RESULT);
    }

    private void assertFound(Violation violation) {
        assertThat(check().counts()).containsOnlyKeys(violation).containsEntry(violation, 1);
    }

    private Findings check() {
        Findings findings = new Findings();
        ReviewChecks.check(contents(), said, findings);
        return findings;
    }

    private Contents contents() {
        return new Contents(List.of(), outputs, ballots, reviewed, new Learnt(List.of(), List.of(), List.of()));
    }

    private void said(Verdict verdict) {
        Position at = at(ballots.size());
        ballots.add(new Ballot(at, verdict));
        said.add(new Said(verdict, new Sending.Confirmed(at)));
    }

    private static Position at(int offset) {
        return new Position("verdicts", 0, offset);
    }

    private static Verdict verdict(String id, String inspection, Result result, int second) {
        return new Verdict(id, inspection, LINE, result, null, Basis.IMAGE, "J. Doe", START.plusSeconds(second), null,
                null, null);
    }

    private static Output output(Kind kind, int offset, String id, Result result) {
        return new Output(new Position("out", 0, offset), kind, new Position("frames", 0, offset), LINE.value(), "f",
                1L, null, 3, null, id, result, 0, 0);
    }

    private static Output letter(int offset) {
        return new Output(new Position("dead-letters", 0, offset), Kind.DEAD_VERDICT, at(offset), "", null, null, null,
                0, null, null, null, 0, 0);
    }

    private static Reviewed reviewed(String inspection, @Nullable String supersedes, Result finalResult,
            boolean overruled, Verdict... verdicts) {
        Inspected inspected = new Inspected(inspection, new Position("out", 0, 0),
                new Inspected.Subject(LINE, null, null, null, null, null), 1L, Route.HUMAN_REVIEW, null, null,
                Result.NOT_DECIDABLE, null, false, null, 3, 0.5, null, null, START, true);
        return new Reviewed(inspection + "-" + verdicts.length, supersedes, inspected, List.of(verdicts), finalResult,
                overruled);
    }
}

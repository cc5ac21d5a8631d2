package dev.andon.topology.review;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.frame.LineId;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Result;
import dev.andon.metrics.MetricNames;
import dev.andon.topology.letters.LetterHeaders;
import dev.andon.topology.state.ReviewStores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Verdicts find their inspections, wherever these went and whenever they come. */
class VerdictsTest {

    private static final LinePolicy POLICY = Cast.policy(1, "ok?", new ThresholdRule.Fixed(0.3, "J. Doe"), 0.1);
    private static final Inspection HELD = Cast.held(POLICY, 1, "ok", 0.5, 0.9);
    private static final Inspection ACCEPTED = Cast.accepted(POLICY, 2, "ok", 0.1, 0.9);
    private static final Inspection AUDITED = Cast.accepted(POLICY, 3, "bent", 0.1, 0.05);
    private static final Instant LATER = ReviewBench.START.plusSeconds(60);

    @TempDir
    Path directory;

    private ReviewBench bench;

    @BeforeEach
    void start() {
        bench = new ReviewBench(directory);
        bench.policy(POLICY);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aHeldFrameIsOpenUntilItIsJudged() {
        bench.inspection(HELD);
        assertThat(openReviews()).isEqualTo(1);

        bench.verdict(Cast.verdict(HELD, "v1", Result.NOT_OK, LATER));

        Reviewed reviewed = only(bench.reviewed());
        assertThat(reviewed.inspected().inspectionId()).isEqualTo(HELD.id());
        assertThat(reviewed.inspected().record().topic()).isEqualTo("human-review");
        assertThat(reviewed.finalResult()).isEqualTo(Result.NOT_OK);
        assertThat(reviewed.overruled()).isFalse();
        assertThat(reviewed.supersedes()).isNull();
        assertThat(openReviews()).isZero();
    }

    @Test
    void anAuditedFrameIsOneCaseWhicheverCopyComesFirst() {
        bench.humanReview(AUDITED.forAudit());
        bench.accepted(AUDITED);
        assertThat(openReviews()).isEqualTo(1);

        bench.verdict(Cast.verdict(AUDITED, "v1", Result.OK, LATER));

        Reviewed reviewed = only(bench.reviewed());
        assertThat(reviewed.overruled()).isTrue();
        assertThat(reviewed.finalResult()).isEqualTo(Result.OK);
        assertThat(reviewed.inspected().record().topic()).as("where the image is").isEqualTo("human-review");
        assertThat(only(bench.lessons()).state().window().frames()).isEqualTo(1);
    }

    @Test
    void anAcceptedFrameIsOverruledFromDownstream() {
        bench.inspection(ACCEPTED);
        assertThat(openReviews()).isZero();

        bench.verdict(Cast.verdict(ACCEPTED, "v1", Result.NOT_OK, Basis.DOWNSTREAM, LATER));

        assertThat(only(bench.reviewed()).overruled()).isTrue();
        assertThat(bench.recorder.counted(MetricNames.VERDICTS_OVERRULING)).isEqualTo(1);
    }

    @Test
    void aSecondVerdictCorrectsTheFirst() {
        bench.inspection(HELD);
        bench.verdict(Cast.verdict(HELD, "v1", Result.NOT_OK, LATER));

        bench.verdict(Cast.verdict(HELD, "v2", Result.OK, LATER.plusSeconds(1)));

        List<Reviewed> reviewed = bench.reviewed();
        assertThat(reviewed).hasSize(2);
        assertThat(reviewed.getLast().supersedes()).isEqualTo(reviewed.getFirst().id());
        assertThat(reviewed.getLast().finalResult()).isEqualTo(Result.OK);
        assertThat(reviewed.getLast().verdicts()).extracting(Verdict::id).containsExactly("v1", "v2");
    }

    @Test
    void aVerdictThatComesLateDoesNotUndoANewerOne() {
        bench.inspection(HELD);
        bench.verdict(Cast.verdict(HELD, "v2", Result.OK, LATER.plusSeconds(1)));

        bench.verdict(Cast.verdict(HELD, "v1", Result.NOT_OK, LATER));

        assertThat(bench.reviewed().getLast().finalResult()).isEqualTo(Result.OK);
    }

    @Test
    void theSameVerdictTwiceIsOne() {
        bench.inspection(HELD);
        bench.verdict(Cast.verdict(HELD, "v1", Result.NOT_OK, LATER));

        bench.verdict(Cast.verdict(HELD, "v1", Result.NOT_OK, LATER));

        assertThat(bench.reviewed()).hasSize(1);
    }

    @Test
    void aVerdictThatIsEarlyWaitsForItsInspection() {
        bench.verdict(Cast.verdict(HELD, "v1", Result.NOT_OK, LATER));
        assertThat(bench.reviewed()).isEmpty();

        bench.inspection(HELD);

        assertThat(only(bench.reviewed()).finalResult()).isEqualTo(Result.NOT_OK);
        bench.pass(ReviewBench.PATIENCE.plusMinutes(1));
        assertThat(bench.deadLetters()).isEmpty();
        assertThat(openReviews()).isZero();
    }

    @Test
    void aVerdictOnNothingIsADeadLetterThatSaysSo() {
        Verdict verdict = Cast.verdict(HELD, "v1", Result.NOT_OK, LATER);
        bench.verdict(verdict);
        bench.pass(ReviewBench.PATIENCE.minusSeconds(5));
        assertThat(bench.deadLetters()).isEmpty();

        bench.pass(Duration.ofSeconds(10));

        TestRecord<byte[], byte[]> letter = only(bench.deadLetters());
        assertThat(letter.value()).isEqualTo(bench.codecs.verdicts().encode(verdict));
        assertThat(LetterHeaders.text(letter.headers(), LetterHeaders.MESSAGE)).contains("no inspection inspection-1")
                .contains("line line-1").contains("7 days");
        assertThat(LetterHeaders.text(letter.headers(), LetterHeaders.TOPIC)).isEqualTo("verdicts");
    }

    /** The task was away for longer than verdicts wait, and the inspection is among what it has yet to read. */
    @Test
    void aVerdictWaitsOnAfterAWeekendOnWhichNothingRan() {
        bench.verdict(Cast.verdict(HELD, "v1", Result.NOT_OK, LATER));
        try (ReviewBench later = new ReviewBench(directory.resolve("later"),
                ReviewBench.START.plus(Duration.ofDays(2)))) {
            later.goOnFrom(bench, ReviewStores.EARLY_VERDICTS);
            later.pass(ReviewBench.PATIENCE.minusSeconds(5));

            later.inspection(HELD);

            assertThat(later.reviewed()).hasSize(1);
            assertThat(later.deadLetters()).isEmpty();
        }
    }

    @Test
    void aVerdictUnderAnotherKeyIsADeadLetter() {
        bench.inspection(HELD);

        bench.pipe("verdicts", new LineId("line-2"), bench.codecs.verdicts().encode(
                Cast.verdict(HELD, "v1", Result.OK, LATER)), LATER);

        assertThat(bench.reviewed()).isEmpty();
        assertThat(LetterHeaders.text(only(bench.deadLetters()).headers(), LetterHeaders.MESSAGE))
                .contains("lineId is line-1");
    }

    /** A program may send the same ones for ever; their record has to fit in its topic. */
    @Test
    void moreVerdictsThanARecordHoldsAreDeadLetters() {
        bench.inspection(HELD);
        for (int i = 0; i < Docket.MOST_VERDICTS; i++) {
            bench.verdict(Cast.verdict(HELD, "v" + i, Result.NOT_OK, LATER));
        }
        assertThat(bench.deadLetters()).isEmpty();

        bench.verdict(Cast.verdict(HELD, "one more", Result.OK, LATER));
        bench.verdict(Cast.verdict(HELD, "v3", Result.NOT_OK, LATER));

        assertThat(LetterHeaders.text(only(bench.deadLetters()).headers(), LetterHeaders.MESSAGE))
                .contains("has 50 verdicts already");
        assertThat(bench.reviewed()).hasSize(Docket.MOST_VERDICTS);
    }

    @Test
    void aVerdictLikeABookIsADeadLetter() {
        bench.inspection(HELD);

        bench.verdict(new Verdict("v1", HELD.id(), HELD.line(), Result.OK, null, Basis.IMAGE, "穴".repeat(2_000), LATER,
                null, null, "穴".repeat(4_000)));

        assertThat(LetterHeaders.text(only(bench.deadLetters()).headers(), LetterHeaders.MESSAGE))
                .contains("at most 16000", "shorten its comment");
        assertThat(bench.reviewed()).isEmpty();
    }

    @Test
    void whatIsNoVerdictIsADeadLetterAndTheOthersGoOn() {
        bench.inspection(HELD);
        bench.pipe("verdicts", Cast.LINE, "nonsense".getBytes(StandardCharsets.UTF_8), LATER);

        bench.verdict(Cast.verdict(HELD, "v1", Result.OK, LATER));

        assertThat(bench.deadLetters()).hasSize(1);
        assertThat(bench.reviewed()).hasSize(1);
    }

    @Test
    void whatCannotBeReadWhileTheRegistryIsAwayIsReadAgainAndNoDeadLetter() {
        bench.inspection(HELD);
        byte[] unknown = bench.codecs.verdicts().encode(Cast.verdict(HELD, "v1", Result.OK, LATER));
        unknown[4] = 99;
        bench.registry.setAway(true);

        assertThatThrownBy(() -> bench.pipe("verdicts", Cast.LINE, unknown, LATER))
                .hasRootCauseInstanceOf(RegistryAwayException.class).rootCause().hasMessageContaining("verdicts-0@0");

        assertThat(bench.deadLetters()).isEmpty();
    }

    @Test
    void aReviewThatNobodyMadeIsForgottenWithItsCase() {
        bench.inspection(HELD);

        bench.pass(ReviewBench.REMEMBER.plusHours(2));

        assertThat(openReviews()).isZero();
    }

    private int openReviews() {
        bench.driver.advanceWallClockTime(Duration.ZERO);
        return (int) bench.meters.get(MetricNames.REVIEWS_OPEN).gauge().value();
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.getFirst();
    }
}

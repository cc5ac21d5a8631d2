package dev.andon.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.andon.core.decision.Decision;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Route;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Result;
import dev.andon.core.uncertainty.Measures;
import dev.andon.core.uncertainty.Scores;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VerificationTest {

    private static final String OKS = "ok ok ok ok ok";
    private static final LinePolicy POLICY = TestPolicies.fixed("l", 1, "m", 0.25);

    private final Verification verification = new Verification(Records.history(POLICY));

    @ParameterizedTest
    @CsvSource({"ok ok ok ok ok, 0.9", "ok ok ok ok ok, 0.5", "bent bent bent bent bent, 0.8",
        "ok ok ok bent bent, 0.9",
        "unsure unsure unsure ok ok, 0.9", "ok ok, 0.9", "unexpected unexpected unexpected ok ok, 0.9"})
    void whatTheRulesDecidedIsFoundTheSame(String answers, double alike) {
        verification.add(Records.of(POLICY, 0, answers, alike, 0.5));

        assertThat(verification.same()).isEqualTo(1);
        assertThat(verification.different()).isZero();
        assertThat(verification.differences()).isEmpty();
    }

    @Test
    void anotherRouteIsNamedWithItsInspection() {
        // given a frame that is held on record although it is certain
        Inspection right = Records.of(POLICY, 3, OKS, 0.9, 0.5);
        Inspection wrong = Records.with(right, Records.of(POLICY, 3, OKS, 0.1, 0.5).decision());

        // when
        verification.add(wrong);

        // then
        assertThat(verification.different()).isEqualTo(1);
        assertThat(verification.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.inspection().id()).isEqualTo("i3");
            assertThat(difference.field()).isEqualTo("route");
            assertThat(difference.recorded()).isEqualTo("HUMAN_REVIEW");
            assertThat(difference.computed()).isEqualTo("ACCEPTED");
        });
    }

    @Test
    void oneBitOfAScoreCounts() {
        // given
        Inspection right = Records.of(POLICY, 0, OKS, 0.9, 0.5);
        Scores scores = Objects.requireNonNull(right.scores());
        Map<String, Double> values = new HashMap<>(scores.byMeasure());
        values.computeIfPresent(Measures.VENDI, (_, score) -> Math.nextUp(score));

        // when
        verification.add(Records.with(right, new Scores(values, scores.cosines(), scores.embedder(), null)));

        // then
        assertThat(verification.differences()).singleElement()
                .satisfies(difference -> assertThat(difference.field()).isEqualTo("scores.vendi"));
    }

    @Test
    void theFirstDifferencesByTimeAreKept() {
        // given
        Decision wrong = new Decision(Route.ACCEPTED, null, Result.OK, new Answer("ok"), "", true, false);

        // when
        for (int number = 40; number >= 0; number--) {
            verification.add(Records.with(Records.of(POLICY, number, OKS, 0.1, 0.5), wrong));
        }

        // then
        assertThat(verification.different()).isEqualTo(41);
        assertThat(verification.differences()).hasSize(20).first()
                .satisfies(difference -> assertThat(difference.inspection().id()).isEqualTo("i0"));
    }

    @Test
    void whatCannotBeComparedIsCountedByWhy() {
        // given
        LinePolicy gone = TestPolicies.fixed("l", 2, "m", 0.25);

        // when
        verification.add(Records.of(gone, 0, OKS, 0.9, 0.5));
        verification.add(Records.of(POLICY, 1, "", 0.9, 0.5));

        // then
        assertThat(verification.same()).isZero();
        assertThat(verification.unverified()).containsExactlyInAnyOrderEntriesOf(Map.of(
                "decided by a policy that is no longer on its topic", 1L, "held before the model answered", 1L));
    }

    @Test
    void tellingsOfSeveralThreadsAddUp() {
        // given
        Verification other = new Verification(Records.history(POLICY));
        Inspection right = Records.of(POLICY, 0, OKS, 0.9, 0.5);
        List.of(verification, other).forEach(each -> each.add(right));
        other.add(Records.with(right, Records.of(POLICY, 0, OKS, 0.1, 0.5).decision()));

        // when
        verification.add(other);

        // then
        assertThat(verification.same()).isEqualTo(2);
        assertThat(verification.different()).isEqualTo(1);
        assertThat(verification.differences()).hasSize(1);
    }
}

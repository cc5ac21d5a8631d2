package dev.andon.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.core.decision.Audit;
import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.sampling.Result;
import dev.andon.fixture.TestPolicies;
import dev.andon.replay.Comparison.Passage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {

    private static final String OKS = "ok ok ok ok ok";
    private static final LinePolicy OLD = TestPolicies.fixed("l", 1, "m", 0.25);
    private static final LinePolicy STRICTER = TestPolicies.fixed("l", 2, "m", 0.1);
    private static final LinePolicy LOOSER = TestPolicies.fixed("l", 2, "m", 0.5);

    private final Truths truths = new Truths();

    @Test
    void countsWhatChanges() {
        Comparison comparison = compare(STRICTER, Records.of(OLD, 0, OKS, 0.95, 0.5), Records.of(OLD, 1, OKS, 0.8, 0.5),
                Records.of(OLD, 70, "bent bent bent bent bent", 0.8, 0.5),
                Records.of(OLD, 71, "ok ok ok bent bent", 0.8, 0.5));

        assertThat(comparison.all().frames()).isEqualTo(4);
        assertThat(comparison.all().heldBefore()).isEqualTo(1);
        assertThat(comparison.all().heldAfter()).isEqualTo(3);
        assertThat(comparison.all().toHeld()).isEqualTo(2);
        assertThat(comparison.changed()).isEqualTo(2);
        assertThat(comparison.passages()).containsExactlyInAnyOrderEntriesOf(Map.of(new Passage("OK", "OK"), 1L,
                new Passage("OK", "UNCERTAIN"), 1L, new Passage("NOT_OK", "UNCERTAIN"), 1L,
                new Passage("DISAGREEMENT", "DISAGREEMENT"), 1L));
        assertThat(comparison.hours().keySet()).containsExactly(Records.BEGIN,
                Records.BEGIN.plus(Duration.ofHours(1)));
    }

    /** Wrong ones, then unknown ones by how uncertain they are, and last those that turn out right. */
    @Test
    void theWorstChangesComeFirst() {
        // given
        List<Inspection> held = List.of(Records.of(OLD, 0, OKS, 0.6, 0.5), Records.of(OLD, 1, OKS, 0.7, 0.5),
                Records.of(OLD, 2, OKS, 0.55, 0.5), Records.of(OLD, 3, OKS, 0.65, 0.5));
        truths.add(Records.judged(held.get(1), Result.NOT_OK));
        truths.add(Records.judged(held.get(2), Result.OK));

        // when
        Comparison comparison = compare(LOOSER, held.toArray(Inspection[]::new));

        // then
        assertThat(comparison.worst()).extracting(change -> change.before().id()).containsExactly("i1", "i0", "i3",
                "i2");
    }

    @Test
    void onlyTheWorstAreKept() {
        Comparison comparison = new Comparison(truths, 2, 0);
        Candidate candidate = new Candidate(Map.of(LOOSER.line(), LOOSER), Records.history(OLD));
        for (int i = 0; i < 50; i++) {
            Inspection held = Records.of(OLD, i, OKS, 0.7 - i * 0.004, 0.5);
            comparison.add(held, candidate.of(held));
        }

        assertThat(comparison.changed()).isEqualTo(50);
        assertThat(comparison.worst()).extracting(change -> change.before().id()).containsExactly("i49", "i48");
    }

    /** Those that were held are in the queue for people already. */
    @Test
    void ofAcceptedFramesThatNobodyJudgedTheWorstAreToldApart() {
        // given
        List<Inspection> frames = List.of(Records.of(OLD, 0, OKS, 0.79, 0.5), Records.of(OLD, 1, OKS, 0.78, 0.5),
                Records.of(OLD, 2, OKS, 0.77, 0.5), Records.of(OLD, 3, OKS, 0.76, 0.5),
                Records.of(OLD, 4, "ok ok ok bent bent", 0.6, 0.5));
        truths.add(Records.judged(frames.get(3), Result.OK));

        // when
        Comparison stricter = compare(STRICTER, frames.subList(0, 2).toArray(Inspection[]::new));
        stricter.add(compare(STRICTER, frames.subList(2, 5).toArray(Inspection[]::new)));

        // then
        assertThat(stricter.worst()).hasSize(4);
        assertThat(stricter.unjudged()).extracting(change -> change.before().id()).containsExactly("i2", "i1");
    }

    @Test
    void whatIsAuditedIsAskedAboutAlready() {
        LinePolicy audited = TestPolicies.audited("l", Audit.AFTER);
        Comparison comparison = new Comparison(truths, 2, 2);

        comparison.add(Records.of(audited, 0, OKS, 0.95, 0.5), Records.of(audited, 0, "ok ok ok bent bent", 0.95, 0.5));

        assertThat(comparison.worst()).hasSize(1);
        assertThat(comparison.unjudged()).isEmpty();
    }

    @Test
    void partsAddUpToTheWhole() {
        // given
        Inspection[] frames = {Records.of(OLD, 0, OKS, 0.6, 0.5), Records.of(OLD, 1, OKS, 0.9, 0.5),
            Records.of(OLD, 2, OKS, 0.55, 0.5), Records.of(OLD, 80, "ok ok ok bent bent", 0.65, 0.5)};
        truths.add(Records.judged(frames[0], Result.NOT_OK));
        Comparison whole = compare(LOOSER, frames);

        // when
        Comparison sum = compare(LOOSER, frames[0], frames[3]);
        sum.add(compare(LOOSER, frames[1], frames[2]));

        // then
        assertThat(json(sum)).isEqualTo(json(whole));
    }

    @Test
    void costsFollowFromErrorsReviewsAndCalls() {
        // given a held frame that would escape
        Inspection held = Records.of(OLD, 0, OKS, 0.6, 0.5);
        truths.add(Records.judged(held, Result.NOT_OK));

        // when
        ObjectNode json = json(compare(LOOSER, held));

        // then
        assertThat(json.at("/cost/before").asDouble()).isEqualTo(1 + 5 * 0.01);
        assertThat(json.at("/cost/after").asDouble()).isEqualTo(50 + 5 * 0.01);
    }

    @Test
    void aPageShowsTextAsTextWhateverItSays() {
        ObjectNode json = json(compare(STRICTER, Records.of(OLD, 0, OKS, 0.95, 0.5)));
        json.put("title", "</script><script>alert(1)</script>").putArray("subject");

        String page = ReportPage.ofComparison(json);

        assertThat(page).doesNotContain("</script><script>alert").contains("\\u003c/script>");
        assertThat(page).doesNotContain("src=\"", "href=", "url(", "@import", "https://");
    }

    private Comparison compare(LinePolicy next, Inspection... inspections) {
        Comparison comparison = new Comparison(truths, 20, 2);
        Candidate candidate = new Candidate(Map.of(next.line(), next), Records.history(OLD));
        for (Inspection inspection : inspections) {
            comparison.add(inspection, candidate.of(inspection));
        }
        return comparison;
    }

    private static ObjectNode json(Comparison comparison) {
        return ComparisonJson.of(comparison, new Costs(50, 5, 1, 0.01), _ -> Optional.empty());
    }
}

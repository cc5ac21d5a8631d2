package dev.andon.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.frame.FrameId;
import dev.andon.core.sampling.Result;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What was decided live beside what the last candidate of each line made of it. */
class ShadowComparisonTest {

    private static final String OKS = "ok ok ok ok ok";
    private static final String TORN = "ok ok ok bent bent";
    private static final LinePolicy LIVE = TestPolicies.fixed("l", 1, "m", 0.25);
    private static final LinePolicy CANDIDATE = TestPolicies.fixed("l", 2, "other", 0.25);

    private final Truths truths = new Truths();
    private final Trials trials = new Trials();

    @Test
    void framesThatBothDecidedAreCompared() {
        // given
        trials.add(Records.of(CANDIDATE, 0, OKS, 0.95, 0.5));
        trials.add(Records.of(CANDIDATE, 1, TORN, 0.95, 0.5));
        Inspection escaped = Records.of(LIVE, 1, OKS, 0.95, 0);
        truths.add(Records.judged(escaped, Result.NOT_OK));

        // when
        ShadowComparison both = compare(Records.of(LIVE, 0, OKS, 0.95, 0.5), escaped);

        // then
        assertThat(both.paired()).isEqualTo(2);
        assertThat(both.agreement()).isEqualTo(0.5);
        assertThat(both.decisions().all().toHeld()).isEqualTo(1);
        assertThat(both.decisions().worst()).extracting(change -> change.before().id()).containsExactly("i1");
        assertThat(both.decisions().worst()).extracting(Changed::truth).containsExactly(Result.NOT_OK);
        assertThat(both.onlyLive() + both.onlyShadow()).isZero();
    }

    @Test
    void whatOnlyOneSideDecidedCountsApart() {
        // given the candidate's frames 1 and 5, of which 5 is not on record live
        trials.add(Records.of(CANDIDATE, 1, OKS, 0.95, 0.5));
        trials.add(Records.of(CANDIDATE, 5, OKS, 0.95, 0.5));

        // when 3 was drawn and 4 was not, and 0 came before the candidate
        ShadowComparison both = new ShadowComparison(trials, frame -> !frame.equals(new FrameId("f4")),
                new Comparison(truths, 20, 0));
        List.of(0, 1, 3, 4).forEach(number -> both.add(Records.of(LIVE, number, OKS, 0.95, 0.5)));

        // then
        assertThat(both.paired()).isEqualTo(1);
        assertThat(both.onlyLive()).isEqualTo(1);
        assertThat(both.onlyShadow()).isEqualTo(1);
    }

    @Test
    void onlyTheLastCandidateOfALineCounts() {
        trials.add(Records.of(CANDIDATE, 0, TORN, 0.95, 0.5));
        trials.add(Records.of(TestPolicies.fixed("l", 3, "third", 0.25), 1, OKS, 0.95, 0.5));

        ShadowComparison both = compare(Records.of(LIVE, 0, OKS, 0.95, 0.5), Records.of(LIVE, 1, OKS, 0.95, 0.5));

        assertThat(both.paired()).isEqualTo(1);
        assertThat(both.agreement()).isEqualTo(1);
        assertThat(trials.candidates()).containsEntry("l", 3L);
        assertThat(trials.earlier()).isEqualTo(1);
    }

    /** A candidate that begins decides first what stands there since longer ago. */
    @Test
    void timesCountOnceACandidateHasCaughtUp() {
        for (int i : List.of(0, 1)) {
            trials.add(decidedAt(Records.BEGIN.plus(Duration.ofHours(1)), Records.of(CANDIDATE, i, OKS, 0.95, 0.5)));
        }
        trials.add(Records.of(CANDIDATE, 70, OKS, 0.95, 0.5));

        ShadowComparison both = compare(Records.of(LIVE, 0, OKS, 0.95, 0.5), Records.of(LIVE, 1, OKS, 0.95, 0.5),
                Records.of(LIVE, 70, OKS, 0.95, 0.5));

        assertThat(both.paired()).isEqualTo(3);
        assertThat(both.shadow().times().quantile(1)).hasValue(0);
        assertThat(both.shadow().tokensPerFrame()).isEqualTo(both.live().tokensPerFrame());
    }

    private static Inspection decidedAt(Instant time, Inspection i) {
        return new Inspection(i.id(), i.frame(), i.line(), i.lineSequence(), i.decision(), i.purpose(), i.scores(),
                i.uncertainty(), i.samples(), i.asking(), i.applied(), i.image(), i.imageBytes(), i.imageType(),
                i.lot(),
                new Inspection.Times(i.times().captured(), i.times().received(), time), i.simulated());
    }

    @Test
    void partsAddUpToTheWhole() {
        // given
        for (int i = 0; i < 4; i++) {
            trials.add(Records.of(CANDIDATE, i, i == 2 ? TORN : OKS, 0.95, 0.5));
        }
        Inspection[] live = {Records.of(LIVE, 0, OKS, 0.95, 0.5), Records.of(LIVE, 1, OKS, 0.6, 0.5),
            Records.of(LIVE, 2, OKS, 0.95, 0.5)};

        // when
        ShadowComparison sum = compare(live[0]);
        sum.add(compare(live[1], live[2]));

        // then
        assertThat(json(sum)).isEqualTo(json(compare(live)));
        assertThat(json(sum).at("/onlyShadow").asInt()).isEqualTo(1);
        assertThat(json(sum).at("/agreement").asDouble()).isEqualTo(1 / 3.0);
        assertThat(json(sum).at("/effortAfter/frameMedianMillis").asInt(-1)).isZero();
    }

    @Test
    void withoutFramesNothingIsKnown() {
        ObjectNode json = json(compare());

        assertThat(json.at("/agreement").isNull()).isTrue();
        assertThat(json.at("/effortBefore/sampleMedianMillis").isNull()).isTrue();
        assertThat(json.at("/effortBefore/tokensPerFrame").isNull()).isTrue();
    }

    private ShadowComparison compare(Inspection... live) {
        ShadowComparison comparison = new ShadowComparison(trials, _ -> true, new Comparison(truths, 20, 0));
        List.of(live).forEach(comparison::add);
        return comparison;
    }

    private ObjectNode json(ShadowComparison comparison) {
        return ShadowJson.of(comparison, trials, new Costs(50, 5, 1, 0.01), _ -> Optional.empty());
    }
}

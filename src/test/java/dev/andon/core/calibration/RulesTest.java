package dev.andon.core.calibration;

import java.util.ArrayList;
import java.util.List;

import dev.andon.core.decision.ThresholdRule;
import org.junit.jupiter.api.Test;

import static dev.andon.core.calibration.Frames.HASH;
import static dev.andon.core.calibration.Frames.at;
import static dev.andon.core.calibration.Frames.budget;
import static dev.andon.core.calibration.Frames.cost;
import static dev.andon.core.calibration.Frames.frame;
import static dev.andon.core.calibration.Frames.learner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The rules that promise nothing: budget and cost. */
class RulesTest {

    private static final Judgement RIGHT = Judgement.of(Outcome.RIGHT);
    private static final Judgement ESCAPE = Judgement.of(Outcome.ESCAPE);

    @Test
    void aBudgetIsFilledByEachBlockOfScores() {
        Learner learner = learner(budget(.4));

        List<Change> early = seen(learner, 0, 999);
        List<Change> changes = seen(learner, 999, 2_000);

        assertThat(early).isEmpty();
        assertThat(changes).extracting(Change::cause).containsExactly(Cause.RECOMPUTED);
        assertThat(learner.standing().value()).isEqualTo(.75);
        assertThat(learner.standing().progress().coverage()).isCloseTo(.75, within(.01));
        assertThat(learner.standing().evidence()).startsWith("the 25 % of scorable frames that differ most are held");
    }

    @Test
    void anotherBudgetIsAppliedToTheScoresThatThereAre() {
        Learner learner = learner(budget(.4));
        seen(learner, 0, 1_000);

        List<Change> changes = learner.ruled(HASH, budget(.6), .2, at(1_000));

        assertThat(changes).extracting(Change::cause).containsExactly(Cause.RULE_CHANGED);
        assertThat(learner.standing().value()).isEqualTo(.5);
    }

    @Test
    void costsNeedSomeVerdicts() {
        Learner learner = learner(cost(50, 0));
        seen(learner, 0, 300);

        List<Change> early = judged(learner, 0, CostMinimiser.ENOUGH - 1);
        String evidence = learner.standing().evidence();
        List<Change> changes = judged(learner, CostMinimiser.ENOUGH - 1, CostMinimiser.ENOUGH);

        assertThat(early).isEmpty();
        assertThat(evidence).isEqualTo("no threshold yet: it takes 200 verdicts, and this window has 199");
        assertThat(changes).extracting(Change::cause).containsExactly(Cause.RECOMPUTED);
        assertThat(learner.standing().value()).isBetween(.3, .5);
    }

    @Test
    void callsArePartOfTheCostAndDoNotMoveTheThreshold() {
        Learner free = learner(cost(50, 0));
        Learner dear = learner(cost(50, .01));
        for (Learner learner : List.of(free, dear)) {
            seen(learner, 0, 200);
            judged(learner, 0, 200);
        }

        assertThat(dear.standing().value()).isEqualTo(free.standing().value());
        assertThat(dear.standing().progress().cost()).satisfies(cost -> assertThat(free.standing().progress().cost())
                .isCloseTo(cost - 8 * .01, within(1e-12)));
    }

    @Test
    void whereErrorsAreDearEverythingIsHeld() {
        Learner learner = learner(cost(50_000, 0));
        seen(learner, 0, 200);
        judged(learner, 0, 200);

        assertThat(learner.standing().value()).isNull();
        assertThat(learner.standing().evidence())
                .startsWith("expected cost of a frame 1, against 1 where all are held");
    }

    @Test
    void costsAreAppliedToTheVerdictsThatThereAre() {
        Learner learner = learner(budget(.4));
        seen(learner, 0, 1_000);
        judged(learner, 0, 1_000);

        List<Change> changes = learner.ruled(HASH, cost(50, 0), .2, at(1_000));

        assertThat(changes).extracting(Change::cause).containsExactly(Cause.RULE_CHANGED);
        assertThat(learner.standing().value()).isBetween(.3, .5);
    }

    @Test
    void thereIsNoThresholdWhereNobodyReviews() {
        ThresholdRule rule = budget(.1);
        Learner learner = learner(rule);
        seen(learner, 0, 1_000);

        assertThat(learner.standing().value()).as("audits alone take more than the budget: nothing else is held")
                .isEqualTo(1);
    }

    /** Scores spread evenly. */
    private static List<Change> seen(Learner learner, int from, int to) {
        List<Change> changes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            changes.addAll(learner.seen(scored(i)));
        }
        return changes;
    }

    /** Every fifth frame above a half is an escape, and none below. */
    private static List<Change> judged(Learner learner, int from, int to) {
        List<Change> changes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Seen frame = scored(i);
            boolean escape = frame.index() > 100 && i / 7 % 5 == 0;
            changes.addAll(learner.judged(frame, null, escape ? ESCAPE : RIGHT));
        }
        return changes;
    }

    private static Seen scored(int i) {
        return frame(i, it -> it.uncertainty = Grid.value(1 + i * 7 % 200));
    }
}

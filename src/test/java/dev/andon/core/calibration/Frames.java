package dev.andon.core.calibration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdRule;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** Inspections of tests: one a second, with a lot that wins, held. */
final class Frames {

    static final Instant BEGIN = Instant.parse("2026-05-01T06:00:00Z");
    static final String HASH = "hash";
    static final Judgement RIGHT = Judgement.of(Outcome.RIGHT);
    static final Judgement ESCAPE = Judgement.of(Outcome.ESCAPE);

    /** Ten days to learn, two more to renew, an hour to answer. */
    static final Learning LEARNING = new Learning(1, Duration.ofHours(1), Duration.ZERO, Duration.ofDays(10),
            Duration.ofDays(2));

    /** Of the first window. */
    static final Instant END = BEGIN.plus(LEARNING.window());

    int number;
    String hash = HASH;
    @Nullable
    Double uncertainty = .1;
    boolean held = true;
    double lot = .05;
    double auditShare = .2;
    @Nullable
    String group;

    private Frames(int number) {
        this.number = number;
    }

    static Seen frame(int number, Consumer<Frames> but) {
        Frames frame = new Frames(number);
        but.accept(frame);
        return new Seen("f" + frame.number, frame.hash, at(frame.number), frame.uncertainty, frame.held, frame.lot,
                frame.auditShare, 8, frame.group);
    }

    static Seen frame(int number) {
        return frame(number, _ -> {});
    }

    static Instant at(int second) {
        return BEGIN.plusSeconds(second);
    }

    /** One in twenty at 90 %, by looks at these numbers. */
    static ThresholdRule risk(Integer... looks) {
        return new ThresholdRule.Risk(new Promise(.05, .1, null, List.of(looks)), null, LEARNING);
    }

    static ThresholdRule budget(double share) {
        return new ThresholdRule.Budget(share, "ana", LEARNING);
    }

    static ThresholdRule cost(double escape, double call) {
        return new ThresholdRule.Cost(new Costs(escape, 1, 1, call), LEARNING);
    }

    static Learner learner(ThresholdRule rule) {
        return Learner.begin(HASH, rule, .2, BEGIN, new InMemoryFrames());
    }

    /** Has a certificate of everything, given by the first hundred frames. */
    static Learner certified() {
        Learner learner = learner(risk(100, 200));
        seen(learner, 0, 100);
        judged(learner, 0, 100, RIGHT);
        assertThat(learner.standing().value()).isEqualTo(1);
        return learner;
    }

    static void seen(Learner learner, int from, int to) {
        for (int i = from; i < to; i++) {
            learner.seen(frame(i));
        }
    }

    static List<Change> judged(Learner learner, int from, int to, Judgement judgement) {
        return judged(learner, from, to, judgement, _ -> false);
    }

    static List<Change> judged(Learner learner, int from, int to, Judgement judgement,
            IntPredicate right) {
        List<Change> changes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            changes.addAll(learner.judged(frame(i), null, right.test(i) ? RIGHT : judgement));
        }
        return changes;
    }
}

package dev.andon.core.calibration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdRule;
import org.jspecify.annotations.Nullable;

/** Inspections of tests: one a second, with a lot that wins, held. */
final class Frames {

    static final Instant BEGIN = Instant.parse("2026-05-01T06:00:00Z");
    static final String HASH = "hash";

    /** Ten days to learn, two more to renew, an hour to answer. */
    static final Learning LEARNING = new Learning(1, Duration.ofHours(1), Duration.ZERO, Duration.ofDays(10),
            Duration.ofDays(2));

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

    static ThresholdRule cost(double escape) {
        return new ThresholdRule.Cost(new Costs(escape, 1, 1, .01), LEARNING);
    }

    static Learner learner(ThresholdRule rule) {
        return Learner.begin(HASH, rule, .2, BEGIN, new InMemoryFrames());
    }
}

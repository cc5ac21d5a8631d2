package dev.andon.core.calibration;

import java.time.Instant;

import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdRule;
import org.jspecify.annotations.Nullable;

/**
 * All that a {@link Learner} remembers, besides its {@link EvidenceFrames}: what is written to a store and read back.
 *
 * @param recipeHash of the recipe in force
 * @param rule       of the recipe in force
 * @param auditShare of the recipe in force
 * @param window     the present one
 * @param evidence   of the present window
 * @param judged     scorable frames of the present window by what people said of them
 * @param scores     what is remembered of scores
 * @param learnt     what came of it; null where nothing has yet
 */
public record LearnerState(
        String recipeHash,
        ThresholdRule rule,
        double auditShare,
        Window window,
        Evidence evidence,
        Outcomes judged,
        Scores scores,
        @Nullable Learnt learnt) {

    /**
     * A window.
     *
     * @param start      when it began
     * @param latest     the latest time that was heard of
     * @param auditShare the smallest so far, which the lots of evidence have to win
     * @param frames     inspections so far
     * @param held       of these
     * @param calls      of these
     * @param looks      at the evidence, so far
     * @param alarm      why the window before ended, where scores or audits were the cause; null where they were not
     */
    public record Window(Instant start, Instant latest, double auditShare, int frames, int held, long calls, int looks,
            @Nullable String alarm) {

        static Window begin(Instant start, double auditShare, @Nullable String alarm) {
            return new Window(start, start, auditShare, 0, 0, 0, 0, alarm);
        }

        Window with(Seen frame) {
            return new Window(start, later(frame.decided()), auditShare, frames + 1, held + (frame.held() ? 1 : 0),
                    calls + frame.calls(), looks, alarm);
        }

        Window at(Instant now) {
            return new Window(start, later(now), auditShare, frames, held, calls, looks, alarm);
        }

        Window audited(double share) {
            return new Window(start, latest, share, frames, held, calls, looks, alarm);
        }

        Window looked() {
            return new Window(start, latest, auditShare, frames, held, calls, looks + 1, alarm);
        }

        private Instant later(Instant time) {
            return time.isAfter(latest) ? time : latest;
        }
    }

    /**
     * What is counted of {@link EvidenceFrames}.
     *
     * @param pending  frames without an outcome
     * @param resolved frames with one
     */
    public record Evidence(int pending, Outcomes resolved) {}

    /**
     * Scores of scorable frames.
     *
     * @param all          of this window
     * @param losing       of this window, of frames whose lot loses
     * @param earlier      of the window before; empty where it says nothing about this one
     * @param reference    with which new ones are compared; empty until there are enough
     * @param recent       since the last comparison
     * @param recentFrames since the last comparison, scorable or not
     */
    public record Scores(Histogram all, Histogram losing, Histogram earlier, Histogram reference, Histogram recent,
            int recentFrames) {}

    /**
     * A threshold that was learnt.
     *
     * @param index       on the grid; {@link Grid#NONE} where it is best to accept nothing
     * @param evidence    what it rests on, in words
     * @param verdicts    that it rests on, for the rule that counts costs; else 0
     * @param cost        expected, of a frame, calls left out; null where the rule has no costs
     * @param windowEnded when the window ended in which it was learnt; null while that goes on
     * @param promised    null where the rule makes no promise
     */
    public record Learnt(int index, String evidence, int verdicts, @Nullable Double cost,
            @Nullable Instant windowEnded, @Nullable Promised promised) {

        /** Whether it keeps what is promised now; null for nothing. */
        boolean keeps(@Nullable Promise asked) {
            return promised == null || (asked != null && promised.certificate().covers(asked));
        }

        Learnt ended(Instant when) {
            return windowEnded != null ? this : new Learnt(index, evidence, verdicts, cost, when, promised);
        }

        Learnt promised(Promised now) {
            return new Learnt(index, evidence, verdicts, cost, windowEnded, now);
        }
    }

    /**
     * A promise, and what audits have said of it since.
     *
     * @param certificate what was promised
     * @param bound       the strictest threshold that audits have called for; not above the certified one
     * @param wrong       audits of accepted frames, by whether they were wrong
     * @param escapes     audits of accepted frames, by whether they were escapes
     */
    public record Promised(Certificate certificate, int bound, Excess wrong, Excess escapes) {}

    /**
     * Audits since they last were as good as promised.
     *
     * @param errors  among them
     * @param audited how many there were
     */
    public record Excess(int errors, int audited) {

        /** As good as promised. */
        public static final Excess NONE = new Excess(0, 0);
    }
}

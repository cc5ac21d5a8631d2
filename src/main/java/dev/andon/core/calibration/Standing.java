package dev.andon.core.calibration;

import java.time.Instant;

import dev.andon.core.decision.ThresholdMode;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with a recipe.
 *
 * @param value      the threshold in force; null where there is none, so that everything is held
 * @param mode       by which it comes about
 * @param evidence   what it rests on, or why there is none, in words
 * @param validUntil when it ends unless it is renewed; null for never, and where there is none
 * @param progress   how far learning has come
 */
public record Standing(
        @Nullable Double value,
        ThresholdMode mode,
        String evidence,
        @Nullable Instant validUntil,
        Progress progress) {

    /**
     * How far learning has come in the present window.
     *
     * @param since      when the window began
     * @param frames     inspections so far
     * @param labelled   frames whose lot won and that count: judged, or unanswered past their time
     * @param pending    frames whose lot won and that nobody has judged yet
     * @param nextLook   number of labelled frames at which a certificate is tried next; null where none is to come
     * @param verdicts   judged frames that count for the cost
     * @param coverage   share of the scorable frames that the threshold in force accepts; null before there are any
     * @param held       share of all frames that went to a person instead of a machine; null before there are any
     * @param cost       expected cost of a frame at the threshold in force, calls included; null where the rule has no
     *                   costs, or too few verdicts have come
     * @param alarm      what was found when the scores changed, in words; null where they have not since a threshold was
     *                   learnt last
     * @param tightened  whether the threshold in force is stricter than the certified one
     */
    public record Progress(
            Instant since,
            int frames,
            int labelled,
            int pending,
            @Nullable Integer nextLook,
            int verdicts,
            @Nullable Double coverage,
            @Nullable Double held,
            @Nullable Double cost,
            @Nullable String alarm,
            boolean tightened) {

        /** Labelled frames that the next look waits for; null where none is to come. */
        public @Nullable Integer toGo() {
            return nextLook == null ? null : Math.max(0, nextLook - labelled);
        }
    }
}

package dev.andon.core.decision;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What has been learnt of the threshold of one recipe.
 *
 * @param recipe     whose scores it is compared with
 * @param value      0 to 1; null for none: everything is held
 * @param version    grows with each change of this line and recipe
 * @param mode       how it came about
 * @param evidence   what it rests on, or what is missing, in words
 * @param cause      what changed it last
 * @param validUntil when it ends unless it is renewed; null for never
 * @param changedAt  when it was changed last
 * @param progress   for people
 */
public record LearntThreshold(
        RecipeRevision recipe,
        @Nullable Double value,
        long version,
        ThresholdMode mode,
        String evidence,
        String cause,
        @Nullable Instant validUntil,
        Instant changedAt,
        Progress progress) {

    /** The threshold; null for none. */
    public @Nullable Threshold threshold() {
        return value == null ? null : new Threshold(value, version, mode, evidence, validUntil);
    }

    /**
     * How far the learning has come.
     *
     * @param labelled     frames of the present window that were judged and count as evidence
     * @param pending      frames of the present window that still may be judged
     * @param nextLook     number of judged frames at which the threshold is looked at next; null where none is planned
     * @param verdictsToGo verdicts that are wanted until then
     * @param coverage     share of the scorable frames that is accepted; null where unknown
     * @param heldShare    share of all frames that is held; null where unknown
     * @param alarm        what is out of order, in words; null for nothing
     */
    public record Progress(int labelled, int pending, @Nullable Integer nextLook, @Nullable Integer verdictsToGo,
            @Nullable Double coverage, @Nullable Double heldShare, @Nullable String alarm) {}
}

package dev.andon.core.decision;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The bound of rule 8, for one line and recipe: a frame is accepted where uncertainty ≤ value.
 *
 * @param value      0 to 1
 * @param version    grows with each change of this line and recipe
 * @param mode       how it came about
 * @param evidence   what it rests on, in words
 * @param validUntil when it ends unless it is renewed; null for never
 */
public record Threshold(double value, long version, ThresholdMode mode, String evidence,
        @Nullable Instant validUntil) {

    /** One that does not end. */
    public Threshold(double value, long version, ThresholdMode mode, String evidence) {
        this(value, version, mode, evidence, null);
    }
}

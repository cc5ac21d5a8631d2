package dev.andon.core.calibration;

import java.time.Instant;

import dev.andon.core.decision.ThresholdMode;
import org.jspecify.annotations.Nullable;

/**
 * A threshold that is not what it was.
 *
 * @param cause      why
 * @param before     null where there was none
 * @param after      null where there is none
 * @param mode       by which the new one came about
 * @param evidence   of the new one, in words
 * @param validUntil of the new one; null for never, and where there is none
 */
public record Change(
        Cause cause,
        @Nullable Double before,
        @Nullable Double after,
        ThresholdMode mode,
        String evidence,
        @Nullable Instant validUntil) {}

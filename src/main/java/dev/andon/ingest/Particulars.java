package dev.andon.ingest;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one image, beside its camera; null for each that is not.
 *
 * @param partNumber in place of the camera's
 */
public record Particulars(@Nullable String unitId, @Nullable String workOrder, @Nullable String partNumber,
        @Nullable Instant capturedAt) {

    /** Nothing. */
    public static final Particulars NONE = new Particulars(null, null, null, null);
}

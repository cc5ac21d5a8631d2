package dev.andon.core.calibration;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * A frame that counts, or will count, for a certificate: its lot wins, and of all frames of its group it has the smallest.
 *
 * @param key          unique within a window: the group, or the inspection where there is none
 * @param inspectionId of the frame
 * @param decided      when its route was known
 * @param due          when it counts as {@code UNKNOWN} unless somebody has judged it
 * @param lot          0 (inclusive) to 1 (exclusive)
 * @param index        on the grid, of the strictest threshold that accepts it
 * @param outcome      null while nobody has judged it and its time is not up
 */
public record EvidenceFrame(
        String key,
        String inspectionId,
        Instant decided,
        Instant due,
        double lot,
        int index,
        @Nullable Outcome outcome) {

    /** The order in which frames count. */
    public static final Comparator<EvidenceFrame> ORDER = Comparator.comparing(EvidenceFrame::decided)
            .thenComparing(EvidenceFrame::inspectionId);

    /** Whether it stands for its group in place of another frame of it. */
    boolean drawnBefore(EvidenceFrame other) {
        int order = Double.compare(lot, other.lot);
        return order < 0 || (order == 0 && inspectionId.compareTo(other.inspectionId) < 0);
    }

    EvidenceFrame with(Outcome outcome) {
        return new EvidenceFrame(key, inspectionId, decided, due, lot, index, outcome);
    }
}

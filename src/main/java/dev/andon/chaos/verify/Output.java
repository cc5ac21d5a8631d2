package dev.andon.chaos.verify;

import dev.andon.core.decision.Inspection.Applied;
import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Position;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/**
 * One record of an output topic, without its image.
 *
 * @param at         where it stands
 * @param kind       what it is
 * @param frame      where the frame stands that it is about; of a dead verdict, where that stands
 * @param line       id of the line
 * @param frameId    null where the frame could not be read
 * @param sequence   in the order of the line; null where there is none
 * @param reason     why the frame was held; null where it was not
 * @param samples    how many valid ones it was decided by
 * @param applied    policy, recipe and threshold; null where none was
 * @param inspection id of the decision; null where it is none
 * @param result     as published; null where there was no decision
 * @param received   timestamp of the frame's record, milliseconds since 1970
 * @param decided    when it was decided by its own words, milliseconds since 1970
 */
public record Output(
        Position at,
        Kind kind,
        Position frame,
        String line,
        @Nullable String frameId,
        @Nullable Long sequence,
        @Nullable Reason reason,
        int samples,
        @Nullable Applied applied,
        @Nullable String inspection,
        @Nullable Result result,
        long received,
        long decided) {

    /** What a record of an output topic is. */
    public enum Kind {
        /** A decision for machines. */
        ACCEPTED,
        /** A decision that a person has to make. */
        HELD,
        /** A copy of an accepted one, for a person to check: no decision of its own. */
        AUDIT_COPY,
        /** A frame that could not be read. */
        DEAD_LETTER,
        /** A verdict that could not be used: it is about no frame. */
        DEAD_VERDICT
    }

    /** Whether it is the end of its frame. */
    public boolean decides() {
        return kind != Kind.AUDIT_COPY && kind != Kind.DEAD_VERDICT;
    }

    /** Whether it was inspected. */
    boolean inspected() {
        return kind == Kind.ACCEPTED || kind == Kind.HELD;
    }
}

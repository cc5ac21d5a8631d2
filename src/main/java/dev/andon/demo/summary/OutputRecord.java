package dev.andon.demo.summary;

import java.util.List;

import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Position;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/**
 * One record of an output topic, as read back.
 *
 * @param kind     what it is
 * @param line     id of the line; empty for a dead letter
 * @param frameId  null where the frame could not be read
 * @param frame    where the frame stood
 * @param sequence in the order of the line; null where there is none
 * @param result   the published one; null for a dead letter
 * @param answer   the most frequent one; null where there is none
 * @param answers  of the samples, in their order
 * @param reason   why it was held; null where it was not
 */
public record OutputRecord(
        Kind kind,
        String line,
        @Nullable String frameId,
        Position frame,
        @Nullable Long sequence,
        @Nullable Result result,
        @Nullable String answer,
        List<String> answers,
        @Nullable Reason reason) {

    public OutputRecord {
        answers = List.copyOf(answers);
    }

    /** What a record of an output topic is. */
    public enum Kind {
        /** A decision for machines. */
        ACCEPTED,
        /** A decision that a person has to make. */
        HELD,
        /** A copy of an accepted one, for a person to check: no decision of its own. */
        AUDIT_COPY,
        /** A frame that could not be read. */
        DEAD_LETTER
    }

    boolean decides() {
        return kind != Kind.AUDIT_COPY;
    }
}

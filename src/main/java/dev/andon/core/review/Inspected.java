package dev.andon.core.review;

import java.time.Instant;

import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an inspection until it has been judged: where it stands, what it said and by what, and neither
 * image nor captions.
 *
 * @param inspectionId of the inspection
 * @param record       where the inspection can be read
 * @param subject      what was inspected
 * @param lineSequence null for a frame on another partition than its line
 * @param route        where it went
 * @param reason       why it was held; null where it was accepted
 * @param purpose      what a person is asked for; null where nobody is
 * @param result       as published
 * @param answer       the most frequent one; null where there was none
 * @param scorable     whether it came as far as the comparison with the threshold
 * @param uncertainty  null where there is none
 * @param calls        samples that were asked for
 * @param lot          0 (inclusive) to 1 (exclusive)
 * @param recipe       by which it was decided; null where none matched
 * @param captured     null where the frame could not be read
 * @param decided      when the route was known
 * @param simulated    whether anything about it is a simulation
 */
public record Inspected(
        String inspectionId,
        Position record,
        Subject subject,
        @Nullable Long lineSequence,
        Route route,
        @Nullable Reason reason,
        @Nullable Purpose purpose,
        Result result,
        @Nullable String answer,
        boolean scorable,
        @Nullable Double uncertainty,
        int calls,
        double lot,
        @Nullable AppliedRecipe recipe,
        @Nullable Instant captured,
        Instant decided,
        boolean simulated) {

    /** What was inspected. */
    public record Subject(LineId line, @Nullable FrameId frame, @Nullable String camera, @Nullable String unit,
            @Nullable String workOrder, @Nullable String partNumber) {}

    /**
     * The recipe of an inspection.
     *
     * @param hash             of all that shapes answers and scores
     * @param auditShare       0 to 1
     * @param thresholdVersion null in cold start
     */
    public record AppliedRecipe(long policyVersion, String id, int revision, String hash, double auditShare,
            @Nullable Long thresholdVersion) {}
}

package dev.andon.core.decision;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSize;
import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Scores;
import org.jspecify.annotations.Nullable;

/**
 * The record of a decision.
 *
 * @param id           the same for the published record and its audit copy, and in every repetition
 * @param frame        of what; its fields are null where the frame could not be read
 * @param line         by the key of the frame's record
 * @param lineSequence position in the order of the line, over both output topics, from 1 without gaps; null for a frame
 *                     that stands on another partition than its line
 * @param decision     where it went, and why
 * @param purpose      what a person is asked for; null where it was accepted
 * @param scores       null where too few samples came
 * @param uncertainty  the score of the recipe's measure; null where it could not be computed
 * @param samples      the valid ones, by index
 * @param asking       what it took to get them
 * @param applied      what it was decided by; null where no recipe matched
 * @param image        where the image can be found again
 * @param imageBytes   the image itself, for people; null where accepted, too large, or not to be had
 * @param imageType    media type of {@code imageBytes} as detected; null where unknown
 * @param lot          0 (inclusive) to 1 (exclusive)
 * @param times        when
 * @param simulated    whether anything about it is a simulation or a replay
 */
public record Inspection(
        String id,
        Subject frame,
        LineId line,
        @Nullable Long lineSequence,
        Decision decision,
        @Nullable Purpose purpose,
        @Nullable Scores scores,
        @Nullable Double uncertainty,
        List<Sample> samples,
        Asking asking,
        @Nullable Applied applied,
        ImageReference image,
        @Nullable ImageBytes imageBytes,
        @Nullable String imageType,
        double lot,
        Times times,
        boolean simulated) {

    public Inspection {
        samples = List.copyOf(samples);
    }

    /** The record that is published, with its number. */
    public Inspection numbered(@Nullable Long sequence) {
        return with(sequence, purpose, imageBytes);
    }

    /** The record for machines: no image, nothing asked of a person. */
    public Inspection forMachines() {
        return with(lineSequence, null, null);
    }

    /** The copy for a person who checks an accepted frame. */
    public Inspection forAudit() {
        return with(lineSequence, Purpose.AUDIT, imageBytes);
    }

    /**
     * The record with an image for people.
     *
     * @param uri  where it can be read; null where it is not known
     * @param type media type as detected
     */
    public Inspection showing(@Nullable URI uri, @Nullable ImageBytes bytes, String type) {
        return new Inspection(id, frame, line, lineSequence, decision, purpose, scores, uncertainty, samples, asking,
                applied, new ImageReference(uri, image.position(), image.sha256()), bytes, type, lot, times, simulated);
    }

    /** The record without its image, which is found by reference. */
    public Inspection withoutImage() {
        return with(lineSequence, purpose, null);
    }

    private Inspection with(@Nullable Long sequence, @Nullable Purpose asked, @Nullable ImageBytes bytes) {
        return new Inspection(id, frame, line, sequence, decision, asked, scores, uncertainty, samples, asking,
                applied,
                image, bytes, imageType, lot, times, simulated);
    }

    /** What was inspected, without its image. A frame that is lost is known by its id alone. */
    public record Subject(
            @Nullable FrameId frameId,
            @Nullable String cameraId,
            @Nullable String stationId,
            @Nullable String unitId,
            @Nullable String workOrder,
            @Nullable String partNumber) {}

    /**
     * What it took to get the samples, without what was asked before a restart.
     *
     * @param asked     samples that were asked for, those in place of others included
     * @param invalid   answers that were no samples
     * @param stoppedBy the rule that ended the questions before there were N samples; null where none did
     * @param sent      size of the smaller copy of the image that the model was shown; null where it was shown the image
     *                  itself, or nothing
     * @param reuse     the frame of the same scene whose samples these are; null where they are this frame's own
     */
    public record Asking(int asked, int invalid, StoppingRule.@Nullable Kind stoppedBy, @Nullable ImageSize sent,
            @Nullable Reuse reuse) {

        /** Of a frame that nobody was asked about. */
        public static final Asking NOTHING = new Asking(0, 0, null, null, null);
    }

    /**
     * A frame that was inspected in place of another one.
     *
     * @param offset     of its record, on the partition of the other one
     * @param difference of the two scenes, 0 to 1
     */
    public record Reuse(FrameId frame, long offset, double difference) {}

    /** By what it was decided. */
    public record Applied(
            long policyVersion,
            String recipeId,
            int recipeRevision,
            String recipeHash,
            String model,
            String measure,
            double auditShare,
            @Nullable Threshold threshold) {}

    /**
     * When.
     *
     * @param captured by the camera; null where the frame could not be read
     * @param received timestamp of the frame's record
     * @param decided  when the route was known
     */
    public record Times(@Nullable Instant captured, Instant received, Instant decided) {}
}

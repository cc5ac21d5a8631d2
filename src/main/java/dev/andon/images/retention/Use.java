package dev.andon.images.retention;

import java.time.Instant;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.KeptSample;
import dev.andon.core.frame.FrameId;
import dev.andon.core.review.Reviewed;
import dev.andon.core.sampling.Result;

/**
 * What an inspection made of an image.
 *
 * @param at     when something was last found out about it
 * @param asked  whether a person was asked
 * @param judged whether a person answered
 * @param result as things stand
 * @param drawn  whether the frame is of the sample that is kept
 */
record Use(Instant at, boolean asked, boolean judged, Result result, boolean drawn) {

    static Use of(Inspection inspection, KeptSample sample) {
        FrameId frame = inspection.frame().frameId();
        return new Use(inspection.times().decided(), inspection.purpose() != null, false,
                inspection.decision().result(), frame != null && sample.has(frame));
    }

    /** The same inspection on another topic: what was accepted has a copy where it is audited. */
    Use with(Inspection copy) {
        return new Use(at, asked || copy.purpose() != null, judged, result, drawn);
    }

    /** With what was said of it; records of one inspection come in their order. */
    Use with(Reviewed reviewed) {
        return new Use(reviewed.verdicts().isEmpty() ? at : later(at, reviewed.verdicts().getLast().at()), asked, true,
                reviewed.finalResult(), drawn);
    }

    Ground ground() {
        if (asked && !judged) {
            return Ground.OPEN_REVIEW;
        }
        if (result == Result.NOT_OK) {
            return Ground.NOT_OK;
        }
        if (asked) {
            return Ground.HELD;
        }
        return drawn ? Ground.SAMPLE : Ground.ACCEPTED;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package dev.andon.images.retention;

import java.time.Instant;

import dev.andon.core.decision.Inspection;
import dev.andon.core.review.Reviewed;
import dev.andon.core.sampling.Result;

/**
 * What an inspection made of an image.
 *
 * @param at     when something was last found out about it
 * @param asked  whether a person was asked
 * @param judged whether a person answered
 * @param result as things stand
 */
record Use(Instant at, boolean asked, boolean judged, Result result) {

    static Use of(Inspection inspection) {
        return new Use(inspection.times().decided(), inspection.purpose() != null, false,
                inspection.decision().result());
    }

    /** The same inspection on another topic: what was accepted has a copy where it is audited. */
    Use with(Inspection copy) {
        return new Use(at, asked || copy.purpose() != null, judged, result);
    }

    /** With what was said of it; records of one inspection come in their order. */
    Use with(Reviewed reviewed) {
        return new Use(reviewed.verdicts().isEmpty() ? at : later(at, reviewed.verdicts().getLast().at()), asked, true,
                reviewed.finalResult());
    }

    Ground ground() {
        if (asked && !judged) {
            return Ground.OPEN_REVIEW;
        }
        if (result == Result.NOT_OK) {
            return Ground.NOT_OK;
        }
        return asked ? Ground.HELD : Ground.ACCEPTED;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

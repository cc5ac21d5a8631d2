package dev.andon.core.calibration;

import java.time.Instant;

/**
 * What a look sees, by score.
 *
 * @param judged  all frames
 * @param wrong   among them
 * @param escapes among them
 */
record Counts(Histogram judged, Histogram wrong, Histogram escapes) {

    /** Of the first so many frames, which are all resolved. */
    static Counts of(EvidenceFrames frames, int count, Instant start) {
        Counts counts = new Counts(new Histogram(), new Histogram(), new Histogram());
        frames.walk(start, frame -> {
            Outcome outcome = frame.outcome();
            counts.judged.add(frame.index());
            if (outcome == null || outcome.wrong()) {
                counts.wrong.add(frame.index());
            }
            if (outcome == null || outcome.escaped()) {
                counts.escapes.add(frame.index());
            }
            return counts.judged.total() < count;
        });
        return counts;
    }
}

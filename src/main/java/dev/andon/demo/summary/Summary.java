package dev.andon.demo.summary;

import org.jspecify.annotations.Nullable;

/**
 * Everything that a demonstration ends with.
 *
 * @param verification whether every frame has exactly one decision
 * @param tally        how often decisions were wrong
 * @param learned      what was learnt from reviewers; null where there were none
 * @param vlmCalls     requests that the server of the model counted
 * @param seconds      from the first frame sent to the last decision, above 0
 */
public record Summary(Verification verification, Tally tally, @Nullable Learned learned, long vlmCalls,
        double seconds) {

    public double framesPerSecond() {
        return tally.frames() / seconds;
    }

    public double callsPerFrame() {
        return tally.frames() == 0 ? 0 : (double) vlmCalls / tally.frames();
    }

    Share ofAll(int hits) {
        return new Share(hits, tally.frames());
    }

    Share ofAccepted(int hits) {
        return new Share(hits, tally.accepted());
    }
}

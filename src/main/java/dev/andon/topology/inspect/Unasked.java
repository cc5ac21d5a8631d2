package dev.andon.topology.inspect;

import java.util.List;

import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.SamplingOutcome;

/** Why a frame is decided without asking the model for what is missing. */
sealed interface Unasked {

    /** For people. */
    String detail();

    /** What there is to decide by. */
    default SamplingOutcome outcome(List<Sample> kept) {
        return SamplingOutcome.unasked(kept, detail());
    }

    /** The server failed for as long as the frame may wait. */
    record Expired(String detail) implements Unasked {}

    /** Too many frames wait. */
    record Shed(String detail) implements Unasked {}

    /** The line has spent what it may on this day. */
    record OverBudget(String detail) implements Unasked {

        @Override
        public SamplingOutcome outcome(List<Sample> kept) {
            return SamplingOutcome.overBudget(kept, detail);
        }
    }
}

package dev.andon.topology.inspect;

import dev.andon.core.decision.Inspection;

/** What is published of a frame when its turn has come. */
sealed interface Outcome {

    /**
     * A decision.
     *
     * @param inspection not yet numbered
     * @param inSequence whether it takes a number of its line
     */
    record Decided(Inspection inspection, boolean inSequence) implements Outcome {}

    /** Nothing: the frame was dropped, or its record went to the dead letters. */
    record Nothing() implements Outcome {}
}

package dev.andon.topology.inspect;

import dev.andon.core.decision.Inspection;
import dev.andon.core.sampling.Precedent;
import dev.andon.topology.state.Spent;
import org.jspecify.annotations.Nullable;

/** What is published of a frame when its turn has come. */
sealed interface Outcome {

    /**
     * A decision.
     *
     * @param inspection not yet numbered
     * @param inSequence whether it takes a number of its line
     * @param precedent  what it leaves behind for frames of the same scene; null for nothing
     * @param spent      what asking about it took
     */
    record Decided(Inspection inspection, boolean inSequence, @Nullable Precedent precedent, Spent spent)
            implements
                Outcome {}

    /** Nothing: the frame was dropped, or its record went to the dead letters. */
    record Nothing() implements Outcome {}
}

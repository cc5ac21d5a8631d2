package dev.andon.topology.inspect;

import dev.andon.core.decision.Inspection.Reuse;
import dev.andon.core.frame.ImageSize;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.topology.state.Spent;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a frame, and where they come from.
 *
 * @param sent  size of the smaller copy that the model was shown; null where there was none
 * @param reuse the frame whose samples they are; null where they are its own
 */
record Sampled(SamplingOutcome outcome, @Nullable ImageSize sent, @Nullable Reuse reuse) {

    /**
     * What asking for them took: nothing where they are another frame's, which paid for them.
     *
     * @param kept how many of them came before a restart, and were asked for before it
     */
    Spent spent(int kept) {
        return reuse != null
                ? Spent.NOTHING
                : new Spent((long) outcome.asked() + kept, outcome.samples().stream()
                        .mapToLong(sample -> (long) sample.promptTokens() + sample.completionTokens()).sum());
    }
}

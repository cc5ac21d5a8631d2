package dev.andon.topology.inspect;

import dev.andon.core.decision.Inspection.Reuse;
import dev.andon.core.frame.ImageSize;
import dev.andon.core.sampling.SamplingOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a frame, and where they come from.
 *
 * @param sent  size of the smaller copy that the model was shown; null where there was none
 * @param reuse the frame whose samples they are; null where they are its own
 */
record Sampled(SamplingOutcome outcome, @Nullable ImageSize sent, @Nullable Reuse reuse) {}

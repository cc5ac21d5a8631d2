package dev.andon.core.sampling;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the calls about one frame brought.
 *
 * @param samples     the valid ones, by index
 * @param invalid     answers that were no samples
 * @param rejected    why the last of these was none; null where there are none, or it is not known
 * @param unavailable why calls brought nothing, in the words of the last, or were not made; null where every call was
 *                    answered
 * @param overBudget  whether they were not made because the line may spend no more
 * @param asked       samples that were asked for, those that made up for others included
 * @param stopped     whether the stopping rule ended the questions before there were N samples
 */
public record SamplingOutcome(List<Sample> samples, int invalid, @Nullable String rejected,
        @Nullable String unavailable, boolean overBudget, int asked, boolean stopped) {

    public SamplingOutcome {
        samples = List.copyOf(samples);
    }

    /**
     * Of a frame about which nothing was asked, with the samples of another one.
     *
     * @param stopped whether they are fewer than N
     */
    public static SamplingOutcome reused(List<Sample> samples, boolean stopped) {
        return new SamplingOutcome(samples, 0, null, null, false, 0, stopped);
    }

    /** Of a frame about which nothing was asked, with the samples that it had already. */
    public static SamplingOutcome unasked(List<Sample> kept, String why) {
        return new SamplingOutcome(kept, 0, null, why, false, 0, false);
    }

    /** The same where nothing was asked because the line may spend no more. */
    public static SamplingOutcome overBudget(List<Sample> kept, String why) {
        return new SamplingOutcome(kept, 0, null, why, true, 0, false);
    }
}

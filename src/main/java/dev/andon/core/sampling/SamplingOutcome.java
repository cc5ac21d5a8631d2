package dev.andon.core.sampling;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the calls about one frame brought.
 *
 * @param samples     the valid ones, by index
 * @param invalid     answers that were no samples
 * @param rejected    why the last of these was none; null where there are none, or it is not known
 * @param unavailable why calls brought nothing, in the words of the last; null where every call was answered
 */
public record SamplingOutcome(List<Sample> samples, int invalid, @Nullable String rejected,
        @Nullable String unavailable) {

    public SamplingOutcome {
        samples = List.copyOf(samples);
    }
}

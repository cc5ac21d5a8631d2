package dev.andon.core.sampling;

import java.time.Duration;

/**
 * One valid answer of the model with the sentence that supports it.
 *
 * @param index            0-based number of the sample within its frame
 * @param answer           a label of the recipe, {@code unsure} or {@code unexpected}
 * @param caption          not blank
 * @param seed             the seed that was asked for
 * @param latency          of the call that brought it
 * @param promptTokens     of that call, divided among its choices; 0 where the server does not say
 * @param completionTokens likewise
 */
public record Sample(
        int index,
        Answer answer,
        String caption,
        long seed,
        Duration latency,
        int promptTokens,
        int completionTokens) {}

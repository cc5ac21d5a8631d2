package dev.andon.demo.vlmserver;

import dev.andon.core.frame.ImageBytes;
import org.jspecify.annotations.Nullable;

/**
 * A request for chat completions, understood.
 *
 * @param prompt      every text of the messages, in order, one per line
 * @param image       the one image of the messages
 * @param choices     {@code n}, at least 1
 * @param seed        of the first choice, the next has the next; null for a random one
 * @param temperature 0 to 2
 * @param maxTokens   of each choice; null for no limit
 */
record ChatRequest(
        String prompt,
        ImageBytes image,
        AnswerForm form,
        int choices,
        @Nullable Long seed,
        double temperature,
        @Nullable Integer maxTokens) {}

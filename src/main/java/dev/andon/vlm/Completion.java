package dev.andon.vlm;

import java.util.List;

/**
 * What a server answered.
 *
 * @param choices          in the order of their indices; may be fewer than were asked for
 * @param promptTokens     of the whole call; 0 where the server does not say
 * @param completionTokens likewise
 */
record Completion(List<Choice> choices, int promptTokens, int completionTokens) {

    Completion {
        choices = List.copyOf(choices);
    }

    /**
     * One answer of the model, not yet read.
     *
     * @param content      its text; empty where there is none
     * @param reasoning    text that the server set apart as reasoning; empty where there is none
     * @param finishReason as the server puts it; empty where it says nothing
     * @param refused      whether the server marks it as a refusal
     * @param logprobs     whether token probabilities came with it
     */
    record Choice(String content, String reasoning, String finishReason, boolean refused, boolean logprobs) {

        /** Whether the token limit ended it. */
        boolean cutOff() {
            return finishReason.equals("length");
        }

        /** Whether the model or a filter declined to answer. */
        boolean declined() {
            return refused || finishReason.equals("content_filter");
        }
    }
}

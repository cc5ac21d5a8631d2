package dev.andon.demo.vlmserver;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The body of an answer, {@code chat.completion}. */
final class Completion {

    private Completion() {}

    /**
     * One choice.
     *
     * @param content      its text; empty where it refuses
     * @param reasoning    text of a reasoning model beside its answer; null for none
     * @param refusal      the apology; null unless it refuses
     * @param finishReason why it ends
     */
    record Choice(String content, @Nullable String reasoning, @Nullable String refusal, String finishReason) {

        /** One that ends by itself. */
        static Choice saying(String content) {
            return new Choice(content, null, null, "stop");
        }

        static Choice refusing(String refusal) {
            return new Choice("", null, refusal, "stop");
        }

        Choice with(@Nullable String newReasoning) {
            return new Choice(content, newReasoning, refusal, finishReason);
        }

        Choice endingWith(String newReason) {
            return new Choice(content, reasoning, refusal, newReason);
        }
    }

    static ObjectNode of(String id, Instant now, List<Choice> choices, int promptTokens) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", id).put("object", "chat.completion").put("created", now.getEpochSecond())
                .put("model", ModelCard.ID).put("system_fingerprint", ModelCard.FINGERPRINT);
        ArrayNode list = body.putArray("choices");
        choices.forEach(choice -> add(list, choice));
        int completionTokens = choices.stream().mapToInt(choice -> Tokens.count(choice.content())).sum();
        body.putObject("usage").put("prompt_tokens", promptTokens).put("completion_tokens", completionTokens)
                .put("total_tokens", promptTokens + completionTokens);
        return body;
    }

    private static void add(ArrayNode list, Choice choice) {
        ObjectNode json = list.addObject().put("index", list.size() - 1);
        ObjectNode message = json.putObject("message").put("role", "assistant")
                .put("content", choice.refusal() == null ? choice.content() : null).put("refusal", choice.refusal());
        if (choice.reasoning() != null) {
            message.put("reasoning_content", choice.reasoning());
        }
        json.putNull("logprobs");
        json.put("finish_reason", choice.finishReason());
    }
}

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
     * @param reasoning text of a reasoning model beside its answer; null for none
     * @param cut       whether the token limit cut it off
     */
    record Choice(String content, @Nullable String reasoning, boolean cut) {}

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
        ObjectNode message = json.putObject("message").put("role", "assistant").put("content", choice.content());
        message.putNull("refusal");
        if (choice.reasoning() != null) {
            message.put("reasoning_content", choice.reasoning());
        }
        json.putNull("logprobs");
        json.put("finish_reason", choice.cut() ? "length" : "stop");
    }
}

package dev.andon.vlm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.vlm.Completion.Choice;

/** Reads the body of a chat completion. */
final class ResponseReader {

    private static final JsonMapper JSON = new JsonMapper();

    private ResponseReader() {}

    /** The completion; empty if the body is none. */
    static Optional<Completion> read(String body) {
        try {
            JsonNode root = JSON.readTree(body);
            return root.path("choices").isArray() ? Optional.of(completion(root)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Completion completion(JsonNode root) {
        List<JsonNode> nodes = new ArrayList<>();
        root.path("choices").forEach(nodes::add);
        nodes.sort(Comparator.comparingInt(node -> node.path("index").asInt(0)));
        JsonNode usage = root.path("usage");
        return new Completion(nodes.stream().map(ResponseReader::choice).toList(),
                Math.max(0, usage.path("prompt_tokens").asInt(0)),
                Math.max(0, usage.path("completion_tokens").asInt(0)));
    }

    private static Choice choice(JsonNode node) {
        JsonNode message = node.path("message");
        boolean refused = message.path("refusal").isTextual() && !message.path("refusal").textValue().isBlank();
        String reasoning = text(message.path("reasoning_content"));
        return new Choice(text(message.path("content")),
                reasoning.isEmpty() ? text(message.path("reasoning")) : reasoning,
                text(node.path("finish_reason")), refused, node.path("logprobs").isObject());
    }

    /** A text, or the texts of a list of parts. */
    private static String text(JsonNode node) {
        if (node.isArray()) {
            StringBuilder all = new StringBuilder();
            node.forEach(part -> all.append(text(part.path("text"))));
            return all.toString();
        }
        return node.isTextual() ? node.textValue() : "";
    }
}

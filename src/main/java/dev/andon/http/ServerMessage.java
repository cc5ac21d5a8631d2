package dev.andon.http;

import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What a server says about an error, in the shapes that servers use: {@code {"error": {"message", "type", "code"}}},
 * {@code {"error": "…"}}, {@code {"message"}}, {@code {"detail"}}, or plain text.
 *
 * @param text shortened to one line; may be empty
 * @param kind type and code, in lower case; may be empty
 * @param code the error's own code where it is a number; else 0
 */
record ServerMessage(String text, String kind, int code) {

    private static final int LENGTH = 200;
    private static final JsonMapper JSON = new JsonMapper();

    static ServerMessage of(String body) {
        JsonNode root = json(body);
        if (!root.isObject()) {
            return new ServerMessage(Shortened.of(body, LENGTH), "", 0);
        }
        JsonNode error = root.path("error");
        JsonNode holder = error.isObject() ? error : root;
        String kind = Stream.of(holder.path("type"), holder.path("code"), root.path("error_type")).map(JsonNode::asText)
                .map(text -> text.toLowerCase(Locale.ROOT)).reduce("", (a, b) -> a + " " + b).strip();
        return new ServerMessage(Shortened.of(words(error, holder, body), LENGTH), kind, holder.path("code").asInt(0));
    }

    private static String words(JsonNode error, JsonNode holder, String body) {
        return Stream.of(error, holder.path("message"), holder.path("detail")).filter(JsonNode::isTextual)
                .map(JsonNode::textValue).findFirst().orElse(body);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** The text as the end of a sentence; empty where the server said nothing. */
    String quoted() {
        return text.isEmpty() ? "" : ": " + text;
    }
}

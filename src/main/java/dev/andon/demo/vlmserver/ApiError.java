package dev.andon.demo.vlmserver;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in the form that OpenAI's servers send.
 *
 * @param status HTTP status, 400 to 599
 * @param param  the field of the request that is wrong; null where none is
 * @param code   for programs; null where the servers send none
 */
record ApiError(int status, String message, String type, @Nullable String param, @Nullable String code) {

    private static final String INVALID = "invalid_request_error";

    static ApiError invalid(@Nullable String param, String message) {
        return new ApiError(400, message, INVALID, param, null);
    }

    static ApiError invalidImage(String message) {
        return new ApiError(400, message, INVALID, "messages", "invalid_image");
    }

    static ApiError noKey() {
        return new ApiError(401, "Incorrect or missing API key: send 'Authorization: Bearer KEY'.", INVALID, null,
                "invalid_api_key");
    }

    static ApiError unknownPath(String method, String path) {
        return new ApiError(404, "Invalid URL (" + method + " " + path + ")", INVALID, null, null);
    }

    static ApiError unknownModel(String model) {
        return new ApiError(404, "The model '" + model + "' does not exist; this server has '" + ModelCard.ID
                + "' for chats and '" + ModelCard.EMBEDDINGS + "' for embeddings.",
                INVALID, "model", "model_not_found");
    }

    static ApiError wrongMethod(String method, String allowed) {
        return new ApiError(405, "Not allowed: " + method + "; use " + allowed + ".", INVALID, null,
                "method_not_supported");
    }

    static ApiError tooLarge(int maxBytes) {
        return new ApiError(413, "The request is larger than " + maxBytes + " bytes.", INVALID, null,
                "request_too_large");
    }

    static ApiError overloaded() {
        return new ApiError(429, "Rate limit reached: every slot is busy and the queue is full. Try again later.",
                "requests", null, "rate_limit_exceeded");
    }

    static ApiError spent() {
        return new ApiError(429, "You exceeded your current quota, please check your plan and billing details.",
                "insufficient_quota", null, "insufficient_quota");
    }

    static ApiError injected(int status) {
        return new ApiError(status, "Fault injected by request.", status < 500 ? INVALID : "server_error", null, null);
    }

    static ApiError internal() {
        return new ApiError(500, "The server had an error while processing your request.", "server_error", null, null);
    }

    /** {@code {"error": {"message", "type", "param", "code"}}}. */
    ObjectNode toJson() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("message", message).put("type", type).put("param", param).put("code", code);
        return body;
    }
}

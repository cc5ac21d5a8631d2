package dev.andon.demo.vlmserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The parts of a request's messages.
 *
 * @param texts  in order
 * @param images URIs in order
 */
record Messages(List<String> texts, List<String> images) {

    Messages {
        texts = List.copyOf(texts);
        images = List.copyOf(images);
    }

    /** What is wrong with the messages of a request; empty where nothing is. */
    static Optional<ApiError> problem(JsonNode request) {
        JsonNode messages = request.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            return invalid("'messages' must be a list of at least one message.");
        }
        int images = of(request).images().size();
        if (images != 1) {
            return invalid(images == 0
                    ? "No image found: add a part {\"type\": \"image_url\", \"image_url\": {\"url\": \"data:image/…\"}}."
                    : "At most 1 image may be provided in one prompt, not " + images + ".");
        }
        return Optional.empty();
    }

    /** The parts of a request's messages; unknown kinds of parts are left out. */
    static Messages of(JsonNode request) {
        List<String> texts = new ArrayList<>();
        List<String> images = new ArrayList<>();
        request.path("messages").forEach(message -> {
            JsonNode content = message.path("content");
            if (content.isTextual()) {
                texts.add(content.asText());
            }
            content.forEach(part -> add(part, texts, images));
        });
        return new Messages(texts, images);
    }

    private static void add(JsonNode part, List<String> texts, List<String> images) {
        switch (part.path("type").asText()) {
            case "text" -> texts.add(part.path("text").asText());
            case "image_url" -> images.add(part.path("image_url").path("url").asText());
            default -> {
                // Real servers know audio, files and more; none of them matters here.
            }
        }
    }

    private static Optional<ApiError> invalid(String message) {
        return Optional.of(ApiError.invalid("messages", message));
    }
}

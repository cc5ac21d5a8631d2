package dev.andon.demo.vlmserver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Embeddings;

/**
 * {@code POST /v1/embeddings}, which is no simulation: the vectors are those of the sentence model that Andon computes in
 * process, so that a recipe decides the same with either. Any thread; computes on the calling one.
 */
final class EmbeddingEndpoint {

    private static final int MOST_TEXTS = 2048;

    private final Embedder embedder;

    EmbeddingEndpoint(Embedder embedder) {
        this.embedder = embedder;
    }

    Outcome embed(JsonNode request) throws InterruptedException {
        List<String> texts = texts(request.path("input"));
        Optional<ApiError> problem = problem(request, texts);
        if (problem.isPresent()) {
            return Outcome.refused(problem.get());
        }
        return switch (embedder.embed(texts, Instant.MAX)) {
            case Embeddings.Vectors(List<float[]> vectors) -> Outcome.ok(list(vectors, texts));
            case Embeddings.Unavailable _ -> Outcome.refused(ApiError.internal());
        };
    }

    /** One text, or a list of them; empty where it is neither. */
    private static List<String> texts(JsonNode input) {
        if (input.isTextual()) {
            return List.of(input.textValue());
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : input) {
            if (!item.isTextual()) {
                return List.of();
            }
            texts.add(item.textValue());
        }
        return texts;
    }

    private static Optional<ApiError> problem(JsonNode request, List<String> texts) {
        JsonNode model = request.path("model");
        if (!model.isTextual()) {
            return Optional.of(ApiError.invalid("model", "you must provide a model parameter"));
        }
        if (!model.textValue().equals(ModelCard.EMBEDDINGS)) {
            return Optional.of(ApiError.unknownModel(model.textValue()));
        }
        if (texts.isEmpty() || texts.size() > MOST_TEXTS || texts.stream().anyMatch(String::isBlank)) {
            return Optional.of(ApiError.invalid("input",
                    "input must be a text or a list of 1 to " + MOST_TEXTS + " texts, none of them blank."));
        }
        return request.path("encoding_format").asText("float").equals("float")
                ? Optional.empty()
                : Optional.of(ApiError.invalid("encoding_format", "encoding_format must be float here."));
    }

    private static ObjectNode list(List<float[]> vectors, List<String> texts) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode data = body.putArray("data");
        for (int i = 0; i < vectors.size(); i++) {
            ArrayNode numbers = data.addObject().put("object", "embedding").put("index", i).putArray("embedding");
            for (float number : vectors.get(i)) {
                numbers.add(number);
            }
        }
        int tokens = texts.stream().mapToInt(Tokens::count).sum();
        body.put("model", ModelCard.EMBEDDINGS).putObject("usage").put("prompt_tokens", tokens).put("total_tokens",
                tokens);
        return body;
    }
}

package dev.andon.embedding;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** Writes requests for embeddings as the OpenAI protocol has them. */
final class EmbeddingRequest {

    private static final MediaType JSON = MediaType.get("application/json");

    private EmbeddingRequest() {}

    /** All texts in one request. */
    static RequestBody of(String model, List<String> texts) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", model);
        texts.forEach(body.putArray("input")::add);
        body.put("encoding_format", "float");
        return RequestBody.create(body.toString().getBytes(StandardCharsets.UTF_8), JSON);
    }
}

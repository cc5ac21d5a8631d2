package dev.andon.demo.vlmserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import dev.andon.demo.vlmserver.AnswerForm.AnyObject;
import dev.andon.demo.vlmserver.AnswerForm.Field;
import dev.andon.demo.vlmserver.AnswerForm.Prose;
import dev.andon.demo.vlmserver.AnswerForm.Schema;

/** Reads {@code response_format}. */
final class AnswerForms {

    private static final String FIELD = "response_format";

    private AnswerForms() {}

    /** What is wrong with the format of a request; empty where nothing is. */
    static Optional<ApiError> problem(JsonNode request) {
        JsonNode format = request.path(FIELD);
        return switch (type(format)) {
            case "text", "json_object" -> Optional.empty();
            case "json_schema" -> schemaProblem(format.path("json_schema"));
            default -> Optional.of(ApiError.invalid(FIELD,
                    "response_format.type must be one of text, json_object, json_schema, not " + format.path("type")));
        };
    }

    /** The form of a request that has no {@link #problem}. */
    static AnswerForm read(JsonNode request) {
        JsonNode format = request.path(FIELD);
        return switch (type(format)) {
            case "json_schema" -> new Schema(fields(format.path("json_schema").path("schema")));
            case "json_object" -> new AnyObject();
            default -> new Prose();
        };
    }

    private static String type(JsonNode format) {
        return format.isMissingNode() || format.isNull() ? "text" : format.path("type").asText();
    }

    private static Optional<ApiError> schemaProblem(JsonNode wrapper) {
        if (!wrapper.path("name").isTextual()) {
            return Optional.of(ApiError.invalid(FIELD + ".json_schema.name",
                    "Missing required parameter: 'response_format.json_schema.name'."));
        }
        if (!wrapper.path("schema").path("properties").isObject()) {
            return Optional.of(ApiError.invalid(FIELD + ".json_schema.schema",
                    "Invalid schema: an object with 'properties' is needed."));
        }
        return Optional.empty();
    }

    private static List<Field> fields(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .map(entry -> new Field(entry.getKey(), entry.getValue().path("type").asText("string"),
                        alternatives(entry.getValue().path("enum"))))
                .toList();
    }

    private static List<String> alternatives(JsonNode values) {
        List<String> all = new ArrayList<>();
        values.forEach(value -> all.add(value.asText()));
        return all;
    }
}

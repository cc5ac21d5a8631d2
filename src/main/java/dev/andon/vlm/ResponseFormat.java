package dev.andon.vlm;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.andon.config.VlmConfig.StructuredOutput;
import dev.andon.core.sampling.Answer;

/** Writes the field {@code response_format}. */
final class ResponseFormat {

    private ResponseFormat() {}

    static void write(JsonGenerator json, StructuredOutput output, List<Answer> answers) throws IOException {
        switch (output) {
            case JSON_SCHEMA -> schema(json, answers);
            case JSON_OBJECT -> {
                json.writeObjectFieldStart("response_format");
                json.writeStringField("type", "json_object");
                json.writeEndObject();
            }
            case NONE -> {
            }
        }
    }

    private static void schema(JsonGenerator json, List<Answer> answers) throws IOException {
        json.writeObjectFieldStart("response_format");
        json.writeStringField("type", "json_schema");
        json.writeObjectFieldStart("json_schema");
        json.writeStringField("name", "inspection");
        json.writeBooleanField("strict", true);
        json.writeObjectFieldStart("schema");
        json.writeStringField("type", "object");
        properties(json, answers);
        strings(json, "required", List.of("answer", "caption"));
        json.writeBooleanField("additionalProperties", false);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void properties(JsonGenerator json, List<Answer> answers) throws IOException {
        json.writeObjectFieldStart("properties");
        json.writeObjectFieldStart("answer");
        json.writeStringField("type", "string");
        strings(json, "enum", answers.stream().map(Answer::value).toList());
        json.writeEndObject();
        json.writeObjectFieldStart("caption");
        json.writeStringField("type", "string");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}

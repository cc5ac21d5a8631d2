package dev.andon.ingest.trigger;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.ingest.Particulars;
import dev.andon.ingest.SaidText;
import org.jspecify.annotations.Nullable;

/**
 * Reads a trigger: a JSON object with {@code camera} and {@code at}, an instant as in ISO 8601, and any of {@code id},
 * {@code unit}, {@code workOrder} and {@code part}, which are texts or whole numbers. Collects everything that is wrong with
 * it. One thread.
 */
final class TriggerReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<String> FIELDS = List.of("camera", "at", "id", "unit", "workOrder", "part");

    /** What became of it. */
    sealed interface Read {

        /** It is a trigger. */
        record Understood(Trigger trigger) implements Read {}

        /**
         * It is none.
         *
         * @param problems all of them, for people
         */
        record Unclear(List<String> problems) implements Read {}
    }

    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private TriggerReader() {}

    /** @param cameraId whose trigger it is, where it does not say so itself; null where it has to */
    static Read read(byte[] json, @Nullable String cameraId, Instant receivedAt) {
        try {
            JsonNode object = JSON.readTree(json);
            return object.isObject()
                    ? new TriggerReader().read(object, cameraId, receivedAt)
                    : unclear("it is no JSON object: send one with " + String.join(", ", FIELDS));
        } catch (JsonProcessingException e) {
            return unclear("it is no JSON (" + e.getOriginalMessage() + "): send an object with "
                    + String.join(", ", FIELDS));
        } catch (IOException e) {
            return unclear("it is no JSON: " + e.getMessage());
        }
    }

    private static Read unclear(String problem) {
        return new Read.Unclear(List.of(problem));
    }

    private Read read(JsonNode object, @Nullable String cameraId, Instant receivedAt) {
        object.properties().forEach(field -> field(field.getKey(), field.getValue()));
        String camera = camera(cameraId);
        Instant at = at();
        return camera == null || at == null || !problems.isEmpty()
                ? new Read.Unclear(List.copyOf(problems))
                : new Read.Understood(new Trigger(texts.get("id"), camera,
                        new Particulars(texts.get("unit"), texts.get("workOrder"), texts.get("part"), null), at,
                        receivedAt));
    }

    private void field(String name, JsonNode value) {
        if (!FIELDS.contains(name)) {
            problems.add("the field " + SaidText.shown(name) + " is unknown: remove it, or write one of "
                    + String.join(", ", FIELDS));
        } else if (value.isTextual() || value.isIntegralNumber()) {
            said.add(name);
            SaidText.flaw(value.asText()).ifPresentOrElse(
                    flaw -> problems.add(name + " '" + SaidText.shown(value.asText()) + "' " + flaw),
                    () -> texts.put(name, value.asText()));
        } else if (!value.isNull()) {
            said.add(name);
            problems.add(name + " is " + SaidText.shown(value.toString()) + ": write a text");
        }
    }

    private @Nullable String camera(@Nullable String other) {
        String camera = texts.get("camera");
        if (other == null || said.contains("camera")) {
            need("camera", "the id of the camera that sees it");
            if (other != null && camera != null && !camera.equals(other)) {
                problems.add("camera is '" + SaidText.shown(camera) + "', while it was sent to '"
                        + SaidText.shown(other) + "': write one of them, or leave it out");
            }
            return camera;
        }
        SaidText.flaw(other).ifPresent(flaw -> problems.add("the camera that it was sent to " + flaw));
        return other;
    }

    private @Nullable Instant at() {
        need("at", "when it stands before the camera, like 2026-01-31T23:59:59.123Z");
        String text = texts.get("at");
        Instant at = text == null ? null : SaidText.instant(text).orElse(null);
        if (text != null && at == null) {
            problems.add("at '" + SaidText.shown(text) + "' " + SaidText.NO_INSTANT);
        }
        return at;
    }

    private void need(String field, String what) {
        if (!said.contains(field)) {
            problems.add(field + " is missing: write " + what);
        }
    }
}

package dev.andon.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.ingest.Particulars;
import org.jspecify.annotations.Nullable;

/**
 * The JSON file beside an image, by its name: an object with any of {@code unitId}, {@code workOrder}, {@code partNumber}
 * and {@code capturedAt}, an instant as in ISO 8601. Other fields are left to others. Pure functions.
 */
final class SideCar {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long LARGEST = 1 << 20;

    private SideCar() {}

    /** Where that of an image stands, if there is one. */
    static Path of(Path image) {
        String name = image.getFileName().toString();
        return image.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".json");
    }

    /** @throws IOException if it cannot be read, or is no such object; the message is for people */
    static Particulars read(Path sideCar) throws IOException {
        if (Files.size(sideCar) > LARGEST) {
            throw new IOException(sideCar + " has more than " + LARGEST + " bytes: is it meant for something else?");
        }
        JsonNode object = JSON.readTree(Files.readAllBytes(sideCar));
        if (!object.isObject()) {
            throw new IOException(sideCar + " is no JSON object");
        }
        return new Particulars(text(object, "unitId"), text(object, "workOrder"), text(object, "partNumber"),
                instant(sideCar, text(object, "capturedAt")));
    }

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }

    private static @Nullable Instant instant(Path sideCar, @Nullable String text) throws IOException {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IOException(sideCar + ": capturedAt is '" + text + "': write it as 2026-01-31T12:34:56.789Z", e);
        }
    }
}

package dev.andon.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.andon.core.frame.Frame;

/** Cameras of a later version: their frames have one more field, and so a schema id of their own. Any thread. */
final class NewerSchema {

    private static final JsonMapper JSON = new JsonMapper();

    private final Plant plant;
    private final int id;

    private NewerSchema(Plant plant, int id) {
        this.plant = plant;
        this.id = id;
    }

    /** Registers it for the plant's frames. */
    static NewerSchema register(String registry, Plant plant) throws Exception {
        return register(registry, plant, "shutterMicros");
    }

    /**
     * Registers one for the plant's frames.
     *
     * @param field that is new; a name that no test used before gives an id that no test used before
     */
    static NewerSchema register(String registry, Plant plant, String field) throws Exception {
        ObjectNode schema = (ObjectNode) JSON.readTree(dev.andon.schema.Frame.getClassSchema().toString());
        ((ArrayNode) schema.get("fields")).addObject().put("name", field).put("default", 0)
                .put("doc", "Exposure time.").put("type", "int");
        String subject = plant.config().topics().frames() + "-value";
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry + "/subjects/" + subject + "/versions"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers
                        .ofString(JSON.writeValueAsString(Map.of("schema", schema.toString()))))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(request, BodyHandlers.ofString()).body();
            int id = JSON.readTree(answer).path("id").asInt(-1);
            if (id < 0) {
                throw new IOException("the registry refuses the newer schema: " + answer);
            }
            return new NewerSchema(plant, id);
        }
    }

    int id() {
        return id;
    }

    /** The frame with the field that is new, which stands last: one byte, 0. */
    byte[] encode(Frame frame) {
        return encode(frame, plant, id);
    }

    /** The same with an id that is perhaps no schema's yet. */
    static byte[] encode(Frame frame, Plant plant, int id) {
        byte[] older = plant.codecs().frames().encode(frame);
        return ByteBuffer.wrap(Arrays.copyOf(older, older.length + 1)).putInt(1, id).array();
    }
}

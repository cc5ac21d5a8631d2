package dev.andon.vlm;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.http.Exchange;
import dev.andon.http.Shortened;

/** Reads the answer to {@code GET /models}. */
final class ModelList {

    /** Where it is asked for: the cheapest thing that every server answers. */
    static final String PATH = "models";

    private static final JsonMapper JSON = new JsonMapper();

    private ModelList() {}

    /** The names, in the server's order; empty where the answer is no such list. */
    static List<String> of(Exchange exchange) {
        if (!(exchange instanceof Exchange.Response response) || response.status() != 200) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try {
            for (JsonNode model : JSON.readTree(response.body()).path("data")) {
                if (model.path("id").isTextual()) {
                    names.add(Shortened.of(model.path("id").textValue(), 100));
                }
            }
        } catch (JsonProcessingException e) {
            return List.of();
        }
        return names;
    }
}

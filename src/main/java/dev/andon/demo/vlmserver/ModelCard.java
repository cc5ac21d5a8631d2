package dev.andon.demo.vlmserver;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The two models of this server, as {@code /v1/models} describes them. */
final class ModelCard {

    /** Name of the model for chats, a simulation. */
    static final String ID = "andon-simulated-vlm";

    /** Name of the model for embeddings, which is the real one that Andon computes in process. */
    static final String EMBEDDINGS = "all-minilm-l6-v2-q";

    /** What the server calls its build. */
    static final String FINGERPRINT = "simulation";

    private static final long CREATED = 1_767_225_600L;

    private ModelCard() {}

    static ObjectNode simulation() {
        return card(ID, "simulation").put("description", "A simulation: knows the parts of Andon's demo alone.");
    }

    static ObjectNode embeddings() {
        return card(EMBEDDINGS, "sentence-transformers").put("description",
                "No simulation: all-MiniLM-L6-v2, quantised to 8 bits, as Andon computes it in process. English.");
    }

    private static ObjectNode card(String id, String owner) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("object", "model").put("created", CREATED)
                .put("owned_by", owner);
    }

    static ObjectNode list() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "list");
        body.putArray("data").add(simulation()).add(embeddings());
        return body;
    }
}

package dev.andon.demo.vlmserver;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one model of this server, as {@code /v1/models} describes it. */
final class ModelCard {

    /** Name of the model. */
    static final String ID = "andon-simulated-vlm";

    /** What the server calls its build. */
    static final String FINGERPRINT = "simulation";

    private static final long CREATED = 1_767_225_600L;

    private ModelCard() {}

    static ObjectNode one() {
        return JsonNodeFactory.instance.objectNode().put("id", ID).put("object", "model").put("created", CREATED)
                .put("owned_by", "simulation");
    }

    static ObjectNode list() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "list");
        body.putArray("data").add(one());
        return body;
    }
}

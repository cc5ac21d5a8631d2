package dev.andon.demo.vlmserver;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Which fault happens to whom.
 *
 * @param fault null for none
 * @param share of the requests that it happens to, 0 to 1
 * @param times how often in all; −1 without end
 */
record FaultOrder(@Nullable Fault fault, double share, long times) {

    static final FaultOrder NONE = new FaultOrder(null, 0, 0);

    private static final List<String> GENERAL = List.of("fault", "share", "times");

    /**
     * Reads an order, {@code {"fault": "none", "share": 1, "times": -1, …}} with one of the {@link FaultKinds} and its
     * fields.
     *
     * @throws IllegalArgumentException if there is no such fault, or a field is unknown or out of bounds
     */
    static FaultOrder read(JsonNode json) {
        boolean none = json.path("fault").asText("none").equals("none");
        return new FaultOrder(none ? null : FaultKinds.read(json, GENERAL), json.path("share").asDouble(1),
                json.path("times").asLong(-1));
    }
}

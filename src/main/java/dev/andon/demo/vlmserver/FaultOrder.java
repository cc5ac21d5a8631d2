package dev.andon.demo.vlmserver;

import java.time.Duration;

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

    private static final double HANG_SECONDS = 3600;

    /**
     * Reads an order: {@code {"fault": "none|status|hang|reset|slow|saying", "share": 1, "times": -1, …}} with
     * {@code status} and {@code retryAfter}, {@code seconds}, or {@code content} and {@code reasoning}.
     *
     * @throws IllegalArgumentException if there is no such fault
     */
    static FaultOrder read(JsonNode json) {
        Fault fault = switch (json.path("fault").asText("none")) {
            case "none" -> null;
            case "status" -> new Fault.Status(json.path("status").asInt(503), optional(json.path("retryAfter")));
            case "hang" -> new Fault.Hang(seconds(json, HANG_SECONDS));
            case "reset" -> new Fault.Reset();
            case "slow" -> new Fault.Slow(seconds(json, 1));
            case "saying" -> new Fault.Saying(json.path("content").asText(""), json.path("reasoning").textValue());
            default -> throw new IllegalArgumentException("fault must be one of none, status, hang, reset, slow, "
                    + "saying, not " + json.path("fault"));
        };
        return new FaultOrder(fault, json.path("share").asDouble(1), json.path("times").asLong(-1));
    }

    private static @Nullable Integer optional(JsonNode value) {
        return value.isInt() ? Integer.valueOf(value.asInt()) : null;
    }

    private static Duration seconds(JsonNode json, double otherwise) {
        return Duration.ofMillis(Math.round(1000 * json.path("seconds").asDouble(otherwise)));
    }
}

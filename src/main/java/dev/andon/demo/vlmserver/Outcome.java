package dev.andon.demo.vlmserver;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What becomes of a request. */
sealed interface Outcome {

    /** It is answered. */
    record Answered(int status, JsonNode body, Map<String, String> headers) implements Outcome {

        public Answered {
            headers = Map.copyOf(headers);
        }
    }

    /** The connection is closed without a word. */
    record Dropped() implements Outcome {}

    static Outcome ok(JsonNode body) {
        return new Answered(200, body, Map.of());
    }

    static Outcome refused(ApiError error) {
        return new Answered(error.status(), error.toJson(), Map.of());
    }

    /**
     * A refusal with {@code Retry-After}.
     *
     * @param seconds that the client is asked to wait
     */
    static Outcome refused(ApiError error, int seconds) {
        return new Answered(error.status(), error.toJson(), Map.of("Retry-After", Integer.toString(seconds)));
    }
}

package dev.andon.demo.vlmserver;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What becomes of a request. */
sealed interface Outcome {

    /** It is answered. */
    record Answered(int status, Payload body, Map<String, String> headers) implements Outcome {

        public Answered {
            headers = Map.copyOf(headers);
        }
    }

    /** It is answered, but the answer comes to grief on its way. */
    record Disturbed(Answered answer, Transfer fault) implements Outcome {}

    /** Nobody listens for so long; once that is so, it is answered. */
    record LastWord(Answered answer, Duration closedFor) implements Outcome {}

    /** The connection is closed without a word. */
    record Dropped() implements Outcome {}

    static Answered ok(JsonNode body) {
        return answered(200, body, Map.of());
    }

    static Answered refused(ApiError error) {
        return answered(error.status(), error.toJson(), Map.of());
    }

    /**
     * A refusal with {@code Retry-After}.
     *
     * @param retryAfter when the client may come again: seconds, or a date
     */
    static Answered refused(ApiError error, String retryAfter) {
        return answered(error.status(), error.toJson(), Map.of("Retry-After", retryAfter));
    }

    private static Answered answered(int status, JsonNode body, Map<String, String> headers) {
        return new Answered(status, Payload.json(body.toString().getBytes(StandardCharsets.UTF_8)), headers);
    }
}

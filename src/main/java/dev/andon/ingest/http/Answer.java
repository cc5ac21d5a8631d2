package dev.andon.ingest.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.Position;

/**
 * What is said to a request.
 *
 * @param status  of HTTP
 * @param body    becomes JSON
 * @param headers besides those of the body
 */
record Answer(int status, Object body, Map<String, String> headers) {

    /** The body where all replicas have the frame. */
    record Written(String frameId, String topic, int partition, long offset) {}

    /** The body of whatever is refused: one sentence each. */
    record Problems(List<String> problems) {}

    /** The body where nobody knows whether the frame was written. */
    record Unconfirmed(String frameId, List<String> problems) {}

    static Answer written(FrameId frame, Position position) {
        return new Answer(201, new Written(frame.value(), position.topic(), position.partition(), position.offset()),
                Map.of());
    }

    static Answer problems(int status, List<String> problems) {
        return new Answer(status, new Problems(problems), Map.of());
    }

    static Answer problem(int status, String problem) {
        return problems(status, List.of(problem));
    }

    static Answer unconfirmed(FrameId frame, String problem, Duration retryAfter) {
        return new Answer(503, new Unconfirmed(frame.value(), List.of(problem)), retryAfter(retryAfter));
    }

    /** Refuses for now. */
    static Answer later(int status, String problem, Duration retryAfter) {
        return problem(status, problem).with(retryAfter(retryAfter));
    }

    Answer with(Map<String, String> others) {
        return new Answer(status, body, others);
    }

    private static Map<String, String> retryAfter(Duration time) {
        return Map.of("Retry-After", Long.toString(time.toSeconds()));
    }
}

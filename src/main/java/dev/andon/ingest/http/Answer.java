package dev.andon.ingest.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.Position;
import dev.andon.ingest.trigger.Receipt;
import org.jspecify.annotations.Nullable;

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

    /**
     * The body where a trigger is taken.
     *
     * @param frameId     of the frame that may come of it
     * @param repeated    whether it was here before
     * @param skewSeconds how much its clock is ahead of ours, negative for behind; null while that is not known
     */
    record Triggered(String frameId, boolean repeated, @Nullable Double skewSeconds) {}

    /** The body of whatever is refused: one sentence each. */
    record Problems(List<String> problems) {}

    /** The body where nobody knows whether the frame was written. */
    record Unconfirmed(String frameId, List<String> problems) {}

    static Answer written(FrameId frame, Position position) {
        return new Answer(201, new Written(frame.value(), position.topic(), position.partition(), position.offset()),
                Map.of());
    }

    static Answer triggered(Receipt.Taken taken) {
        return new Answer(202, new Triggered(taken.frameId().value(), taken.repeated(),
                taken.skew() == null ? null : taken.skew().toMillis() / 1e3), Map.of());
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

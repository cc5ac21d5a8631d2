package dev.andon.demo.vlmserver;

import java.util.concurrent.atomic.LongAdder;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the server has done since it started. Any thread. */
final class Counters {

    /** Requests for chat completions, refused ones included. */
    final LongAdder requests = new LongAdder();
    /** Choices that were generated. */
    final LongAdder choices = new LongAdder();
    /** Requests that were answered with an error, or with nothing. */
    final LongAdder refused = new LongAdder();

    ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode().put("requests", requests.sum()).put("choices", choices.sum())
                .put("refused", refused.sum());
    }
}

package dev.andon.topology.inspect;

import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The headers of W3C Trace Context, which travel on from a frame to its decision: the last of each name, if it is of a
 * sensible length. Pure functions.
 */
final class TraceHeaders {

    private static final List<String> NAMES = List.of("traceparent", "tracestate");
    private static final int LONGEST = 1024;

    private TraceHeaders() {}

    static List<Header> of(Headers headers) {
        List<Header> trace = new ArrayList<>();
        for (String name : NAMES) {
            Header header = headers.lastHeader(name);
            if (header != null && header.value() != null && header.value().length <= LONGEST) {
                trace.add(header);
            }
        }
        return trace;
    }
}

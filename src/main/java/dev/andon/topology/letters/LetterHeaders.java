package dev.andon.topology.letters;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The names of headers of dead letters and of records that were put back. Those with {@link #ERRORS} are the ones that
 * Kafka Streams gives its own dead letters. Values are UTF-8 text. Pure functions.
 */
public final class LetterHeaders {

    /** In front of everything that says why and from where a letter came. */
    public static final String ERRORS = "__streams.errors.";

    public static final String EXCEPTION = ERRORS + "exception";
    public static final String MESSAGE = ERRORS + "message";
    public static final String STACK_TRACE = ERRORS + "stacktrace";
    public static final String TOPIC = ERRORS + "topic";
    public static final String PARTITION = ERRORS + "partition";
    public static final String OFFSET = ERRORS + "offset";

    /** The time of the record, in milliseconds; Kafka Streams has no name for it, and a letter has a time of its own. */
    public static final String RECEIVED = ERRORS + "received";

    /** What a letter has not of its record since all of it would not fit. */
    public static final String LEFT_OUT = "andon.left-out";

    /** How often a record was put back: one header with a number, however often. */
    public static final String REDRIVES = "andon.redrives";

    /** Which letter a marker is about, and where its record stands since: {@code 0@17 frames-1@230}. */
    static final String REDRIVEN = "andon.redriven";

    private LetterHeaders() {}

    /** The text of the last header of a name; null where there is none. */
    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The lines of a header's text, as of a stack trace. */
    public static List<String> lines(byte[] value) {
        return new String(value, StandardCharsets.UTF_8).lines().toList();
    }

    /** Sets the one header of a name. */
    public static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The number in a header; {@code otherwise} where there is none. */
    static long number(Headers headers, String name, long otherwise) {
        String text = text(headers, name);
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }
}

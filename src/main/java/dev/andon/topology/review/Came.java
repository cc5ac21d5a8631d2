package dev.andon.topology.review;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.topology.letters.NewLetter;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came.
 *
 * @param position  where it stands
 * @param timestamp of it, in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a record, handed on and never compared
record Came(byte @Nullable [] key, byte @Nullable [] value, Headers headers, Position position, long timestamp) {

    static Came of(Record<byte[], byte[]> record, Position position) {
        return new Came(record.key(), record.value(), record.headers(), position, record.timestamp());
    }

    /** The line of its key; empty where that names none. */
    Optional<LineId> line() {
        try {
            return key == null ? Optional.empty() : Optional.of(new LineId(new String(key, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Its value; empty where it has none. */
    byte[] bytes() {
        return value == null ? new byte[0] : value;
    }

    /** The record as a dead letter. */
    NewLetter letter(String exception, String message, String trace) {
        return new NewLetter(key, value, headers, position, timestamp, exception, message, trace);
    }
}

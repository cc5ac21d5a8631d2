package dev.andon.topology.inspect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import dev.andon.core.frame.Position;
import dev.andon.topology.source.FrameRecord;
import dev.andon.topology.state.LedgerEntry;
import dev.andon.topology.state.LineStates.Rejection;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Records that could not be used, unchanged, with the reason in the headers that Kafka Streams uses for its own dead
 * letters. Pure functions.
 */
final class DeadLetters {

    private static final String PREFIX = "__streams.errors.";

    private DeadLetters() {}

    /** A record that is no frame. */
    static Record<byte[], byte[]> frame(LedgerEntry entry, FrameRecord record, Admission.Verdict.Undecodable why) {
        Headers headers = new RecordHeaders(record.headers());
        describe(headers, why.exceptionClass(), why.message(), why.stackTrace(), entry.position());
        return untyped(record.key(), record.value(), entry.receivedAt().toEpochMilli(), headers);
    }

    /** A policy that did not come into force. */
    static Record<byte[], byte[]> policy(Rejection rejection, String topic, int partition) {
        Headers headers = new RecordHeaders();
        describe(headers, rejection.exceptionClass(), rejection.message(), "",
                new Position(topic, partition, rejection.policy().getOffset()));
        ByteBuffer policy = rejection.policy().getPolicy();
        byte[] value = policy == null ? null : new byte[policy.remaining()];
        if (policy != null) {
            policy.duplicate().get(value);
        }
        byte[] key = rejection.line().getBytes(StandardCharsets.UTF_8);
        return untyped(key, value, rejection.policy().getReceivedAt(), headers);
    }

    private static void describe(Headers headers, String exceptionClass, String message, String stackTrace,
            Position position) {
        put(headers, "exception", exceptionClass);
        put(headers, "message", message);
        put(headers, "stacktrace", stackTrace);
        put(headers, "topic", position.topic());
        put(headers, "partition", Integer.toString(position.partition()));
        put(headers, "offset", Long.toString(position.offset()));
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(PREFIX + name);
        headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("NullAway") // a Kafka record may lack key or value; Streams does not say so in its types
    private static Record<byte[], byte[]> untyped(byte @Nullable [] key, byte @Nullable [] value, long timestamp,
            Headers headers) {
        return new Record<>(key, value, Math.max(0, timestamp), headers);
    }
}

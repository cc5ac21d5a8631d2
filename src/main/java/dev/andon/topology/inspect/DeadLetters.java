package dev.andon.topology.inspect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import dev.andon.core.frame.Position;
import dev.andon.topology.letters.LetterHeaders;
import dev.andon.topology.source.FrameRecord;
import dev.andon.topology.state.LedgerEntry;
import dev.andon.topology.state.LineStates.Rejection;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Records that could not be used, unchanged as far as they fit, with the reason in the headers that Kafka Streams uses
 * for its own dead letters; not yet stamped with a time. Pure functions.
 */
final class DeadLetters {

    /** Bytes of a batch with one record beside key, value and headers; and of a header beside its name and value. */
    private static final int OVERHEAD = 128;
    private static final int HEADER_OVERHEAD = 10;

    /** Characters: a message may quote what it complains of. */
    private static final int LONGEST_MESSAGE = 8_000;

    private DeadLetters() {}

    /** A record that is no frame. */
    static Record<byte[], byte[]> frame(LedgerEntry entry, FrameRecord record, Admission.Verdict.Undecodable why) {
        Headers headers = new RecordHeaders(record.headers());
        describe(headers, why.exceptionClass(), why.message(), why.stackTrace(), entry.position(),
                entry.receivedAt().toEpochMilli());
        return untyped(record.key(), record.value(), headers);
    }

    /** A policy that did not come into force. */
    static Record<byte[], byte[]> policy(Rejection rejection, String topic, int partition) {
        Headers headers = new RecordHeaders();
        describe(headers, rejection.exceptionClass(), rejection.message(), "",
                new Position(topic, partition, rejection.policy().getOffset()), rejection.policy().getReceivedAt());
        ByteBuffer policy = rejection.policy().getPolicy();
        byte[] value = policy == null ? null : new byte[policy.remaining()];
        if (policy != null) {
            policy.duplicate().get(value);
        }
        byte[] key = rejection.line().getBytes(StandardCharsets.UTF_8);
        return untyped(key, value, headers);
    }

    /**
     * The letter within the bytes that its topic takes: one that is too large loses its value, then its key and the
     * headers that are not ours, and says so. The record itself stands where its headers say.
     */
    static Record<byte[], byte[]> within(long maxBytes, Record<byte[], byte[]> letter) {
        if (size(letter) <= maxBytes) {
            return letter;
        }
        Record<byte[], byte[]> small = without(letter, letter.key(), letter.headers());
        return size(small) <= maxBytes ? small : without(letter, null, ours(letter.headers()));
    }

    private static Record<byte[], byte[]> without(Record<byte[], byte[]> letter, byte @Nullable [] key,
            Headers headers) {
        String leftOut = key == null ? "key, value and headers" : "value";
        Headers saying = new RecordHeaders(headers);
        LetterHeaders.put(saying, LetterHeaders.LEFT_OUT, leftOut);
        LetterHeaders.put(saying, LetterHeaders.MESSAGE, "without its " + leftOut + ", since its " + size(letter)
                + " bytes do not fit: " + LetterHeaders.text(headers, LetterHeaders.MESSAGE));
        return untyped(key, null, saying);
    }

    private static Headers ours(Headers headers) {
        Headers ours = new RecordHeaders();
        headers.forEach(header -> {
            if (header.key().startsWith(LetterHeaders.ERRORS)) {
                ours.add(header);
            }
        });
        return ours;
    }

    private static long size(Record<byte[], byte[]> letter) {
        long size = OVERHEAD + length(letter.key()) + length(letter.value());
        for (Header header : letter.headers()) {
            size += HEADER_OVERHEAD + 4L * header.key().length() + length(header.value());
        }
        return size;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static void describe(Headers headers, String exceptionClass, String message, String stackTrace,
            Position position, long received) {
        LetterHeaders.put(headers, LetterHeaders.EXCEPTION, exceptionClass);
        LetterHeaders.put(headers, LetterHeaders.MESSAGE,
                message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
        LetterHeaders.put(headers, LetterHeaders.STACK_TRACE, stackTrace);
        LetterHeaders.put(headers, LetterHeaders.TOPIC, position.topic());
        LetterHeaders.put(headers, LetterHeaders.PARTITION, Integer.toString(position.partition()));
        LetterHeaders.put(headers, LetterHeaders.OFFSET, Long.toString(position.offset()));
        LetterHeaders.put(headers, LetterHeaders.RECEIVED, Long.toString(Math.max(0, received)));
    }

    @SuppressWarnings("NullAway") // a Kafka record may lack key or value; Streams does not say so in its types
    private static Record<byte[], byte[]> untyped(byte @Nullable [] key, byte @Nullable [] value,
            Headers headers) {
        return new Record<>(key, value, 0, headers);
    }
}

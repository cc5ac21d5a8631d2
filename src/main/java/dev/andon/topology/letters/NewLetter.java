package dev.andon.topology.letters;

import dev.andon.core.frame.Position;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be used, unchanged as far as it fits, with the reason in the headers that Kafka Streams uses for
 * its own dead letters; not yet stamped with a time.
 *
 * @param position  of the record
 * @param received  its timestamp, in milliseconds
 * @param exception name of the class that says what kind of failure it was
 * @param message   what happened, for people
 * @param trace     stack trace; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a record, handed on and never compared
public record NewLetter(byte @Nullable [] key, byte @Nullable [] value, Headers headers, Position position,
        long received,
        String exception, String message, String trace) {

    /** Bytes of a batch with one record beside key, value and headers; and of a header beside its name and value. */
    private static final int OVERHEAD = 128;
    private static final int HEADER_OVERHEAD = 10;

    /** Characters: a message may quote what it complains of. */
    private static final int LONGEST_MESSAGE = 8_000;

    /** The letter as a record. */
    public Record<byte[], byte[]> asRecord() {
        Headers described = new RecordHeaders(headers);
        LetterHeaders.put(described, LetterHeaders.EXCEPTION, exception);
        LetterHeaders.put(described, LetterHeaders.MESSAGE,
                message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
        LetterHeaders.put(described, LetterHeaders.STACK_TRACE, trace);
        LetterHeaders.put(described, LetterHeaders.TOPIC, position.topic());
        LetterHeaders.put(described, LetterHeaders.PARTITION, Integer.toString(position.partition()));
        LetterHeaders.put(described, LetterHeaders.OFFSET, Long.toString(position.offset()));
        LetterHeaders.put(described, LetterHeaders.RECEIVED, Long.toString(Math.max(0, received)));
        return untyped(key, value, described);
    }

    /**
     * A letter within the bytes that its topic takes: one that is too large loses its value, then its key and the headers
     * that are not ours, and says so. The record itself stands where its headers say.
     */
    public static Record<byte[], byte[]> within(long maxBytes, Record<byte[], byte[]> letter) {
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

    @SuppressWarnings("NullAway") // a Kafka record may lack key or value; Streams does not say so in its types
    private static Record<byte[], byte[]> untyped(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        return new Record<>(key, value, 0, headers);
    }
}

package dev.andon.topology.letters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import dev.andon.core.frame.Position;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter without its bytes.
 *
 * @param at        where it stands
 * @param time      when its record was received first
 * @param line      the text of its key; null without key
 * @param size      bytes of its value; null where it has none
 * @param source    where its record stood; null where the letter does not say
 * @param exception class of what was thrown; empty where it does not say
 * @param message   of it, cut after {@value #LONGEST_MESSAGE} characters
 * @param redrives  how often the record had been put back before
 * @param leftOut   what it lacks of its record; null where it is whole
 */
public record Letter(
        Position at,
        Instant time,
        @Nullable String line,
        @Nullable Integer size,
        @Nullable Position source,
        String exception,
        String message,
        long redrives,
        @Nullable String leftOut) {

    private static final int LONGEST_MESSAGE = 500;

    /** What a record of the dead letters says. */
    public static Letter of(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        return new Letter(new Position(record.topic(), record.partition(), record.offset()),
                Instant.ofEpochMilli(LetterHeaders.number(headers, LetterHeaders.RECEIVED, record.timestamp())),
                record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
                record.value() == null ? null : record.value().length, source(headers),
                text(headers, LetterHeaders.EXCEPTION), text(headers, LetterHeaders.MESSAGE),
                LetterHeaders.number(headers, LetterHeaders.REDRIVES, 0),
                LetterHeaders.text(headers, LetterHeaders.LEFT_OUT));
    }

    private static @Nullable Position source(Headers headers) {
        String topic = LetterHeaders.text(headers, LetterHeaders.TOPIC);
        long partition = LetterHeaders.number(headers, LetterHeaders.PARTITION, -1);
        long offset = LetterHeaders.number(headers, LetterHeaders.OFFSET, -1);
        return topic == null || partition < 0 || partition > Integer.MAX_VALUE || offset < 0
                ? null
                : new Position(topic, (int) partition, offset);
    }

    private static String text(Headers headers, String name) {
        String text = LetterHeaders.text(headers, name);
        return text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_MESSAGE));
    }
}

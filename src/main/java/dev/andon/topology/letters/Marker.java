package dev.andon.topology.letters;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.andon.core.frame.Position;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Says that the record of a letter was put back. It is a record among the letters, on the partition of its letter and
 * after it, so it is kept at least as long; it has no value and no header of an error.
 *
 * @param letter  where the letter stands
 * @param putBack where its record stands since
 */
public record Marker(Position letter, Position putBack) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})@(\\d{1,18}) (.+)-(\\d{1,9})@(\\d{1,18})");

    /** The marker in a record; empty where it is a letter. */
    public static Optional<Marker> of(ConsumerRecord<byte[], byte[]> record) {
        String text = LetterHeaders.text(record.headers(), LetterHeaders.REDRIVEN);
        if (text == null || record.value() != null || record.headers().lastHeader(LetterHeaders.EXCEPTION) != null) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Marker(position(record.topic(), form.group(1), form.group(2)),
                        position(form.group(3), form.group(4), form.group(5))))
                : Optional.empty();
    }

    @SuppressWarnings("NullAway") // a Kafka record may lack key and value; its constructor does not say so
    ProducerRecord<byte[], byte[]> asRecord(Letter about) {
        String text = letter.partition() + "@" + letter.offset() + " " + putBack;
        byte[] key = about.line() == null ? null : about.line().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(letter.topic(), letter.partition(), key, null,
                List.of(new RecordHeader(LetterHeaders.REDRIVEN, text.getBytes(StandardCharsets.UTF_8))));
    }

    private static Position position(String topic, String partition, String offset) {
        return new Position(topic, Integer.parseInt(partition), Long.parseLong(offset));
    }

    @Override
    public String toString() {
        return letter.partition() + "@" + letter.offset() + " was put back to " + putBack;
    }
}

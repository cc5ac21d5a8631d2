package dev.andon.cli;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import dev.andon.avro.Codec;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The newest value of each line on a compacted topic. One thread. */
final class NewestByLine<T> {

    private final Codec<T> codec;
    private final Map<String, T> values = new TreeMap<>();

    NewestByLine(Codec<T> codec) {
        this.codec = codec;
    }

    /** The next record of the topic; one without a key says nothing, and one without a value takes it away. */
    void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        String line = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            values.remove(line);
        } else {
            values.put(line, Decoded.value(codec, record));
        }
    }

    /** By the names of the lines. */
    Map<String, T> values() {
        return values;
    }
}

package dev.andon.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;

import dev.andon.avro.Codec;
import dev.andon.avro.Codecs;
import dev.andon.avro.WrittenTopic;
import dev.andon.config.AndonConfig;
import dev.andon.core.frame.LineId;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Writes values of lines under their lines' keys. One thread. */
final class LineRecords {

    private LineRecords() {}

    /** Writes values, and waits until all of them are there. */
    static <T> void write(AndonConfig config, Codecs codecs, WrittenTopic topic, Codec<T> codec,
            Function<T, LineId> line, Iterable<T> values) throws InterruptedException {
        Registry.require(config, codecs, topic);
        try (Producer<byte[], byte[]> producer = Clients.producer(config)) {
            List<Future<RecordMetadata>> written = new ArrayList<>();
            for (T value : values) {
                written.add(producer.send(new ProducerRecord<>(topic.topic(), key(line.apply(value)),
                        codec.encode(value))));
            }
            for (Future<RecordMetadata> each : written) {
                await(each);
            }
        }
    }

    /** Writes that a line has no value any more, and waits until that is there. */
    static void withdraw(AndonConfig config, WrittenTopic topic, LineId line) throws InterruptedException {
        try (Producer<byte[], byte[]> producer = Clients.producer(config)) {
            await(producer.send(new ProducerRecord<>(topic.topic(), key(line), null)));
        }
    }

    private static byte[] key(LineId line) {
        return line.value().getBytes(StandardCharsets.UTF_8);
    }

    private static void await(Future<RecordMetadata> written) throws InterruptedException {
        try {
            written.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refused ? refused : new KafkaException(e.getCause());
        }
    }
}

package dev.andon.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.andon.avro.GeneratedModel;
import dev.andon.config.AndonConfig;
import dev.andon.core.frame.Position;
import dev.andon.schema.state.InFlight;
import dev.andon.schema.state.KeptSample;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The committed ledger as its changelog tells it: what another machine would take over. One thread. */
final class LedgerView implements AutoCloseable {

    private static final BinaryMessageDecoder<InFlight> CODEC = new BinaryMessageDecoder<>(
            GeneratedModel.of(InFlight.class, KeptSample.class), InFlight.getClassSchema());

    private final Consumer<byte[], byte[]> consumer;
    private final String frames;
    private final String changelog;
    private final Map<Position, InFlight> entries = new HashMap<>();

    LedgerView(AndonConfig config) {
        frames = config.topics().frames();
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", String.valueOf(config.kafka().get("bootstrap.servers")),
                        "isolation.level", "read_committed", "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        changelog = config.application().id() + "-inspect-in-flight-changelog";
    }

    /** Reads what has been committed. */
    LedgerView look() {
        if (consumer.assignment().isEmpty() && !assigned()) {
            return this;
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
            Position position = new Position(frames, record.partition(), ByteBuffer.wrap(record.key()).getLong());
            if (record.value() == null) {
                entries.remove(position);
            } else {
                entries.put(position, decoded(record.value()));
            }
        }
        return this;
    }

    /** Frames in flight. */
    int size() {
        return entries.size();
    }

    /** The frames in flight that have this many samples. */
    Set<Position> withSamples(int count) {
        return entries.entrySet().stream().filter(entry -> entry.getValue().getSamples().size() == count)
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** How many frames in flight are charged with an attempt. */
    long charged() {
        return entries.values().stream().filter(entry -> entry.getAttempts() > 0).count();
    }

    /** How often work on a frame was begun; -1 where it is not in flight. */
    int attempts(Position position) {
        InFlight entry = entries.get(position);
        return entry == null ? -1 : entry.getAttempts();
    }

    /** The first processor creates the changelog. */
    private boolean assigned() {
        if (!consumer.listTopics().containsKey(changelog)) {
            return false;
        }
        List<TopicPartition> partitions = IntStream.range(0, Plant.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(changelog, partition)).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return true;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static InFlight decoded(byte[] value) {
        try {
            return CODEC.decode(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

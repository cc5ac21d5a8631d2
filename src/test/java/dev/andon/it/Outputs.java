package dev.andon.it;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Route;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Everything that was published and committed, read by a consumer that shares nothing with the program but the schemas.
 * One thread.
 */
final class Outputs implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);

    /** A published decision and the record that it came in. */
    record Published(ConsumerRecord<byte[], byte[]> record, Inspection inspection) {

        String frameId() {
            return String.valueOf(inspection.frame().frameId());
        }

        boolean isAccepted() {
            return inspection.decision().route() == Route.ACCEPTED;
        }

        long sequence() {
            Long sequence = inspection.lineSequence();
            return sequence == null ? -1 : sequence;
        }
    }

    private final Consumer<byte[], byte[]> consumer;
    private final Codecs codecs;
    private final String deadLetterTopic;
    private final List<Published> decisions = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> deadLetters = new ArrayList<>();

    Outputs(AndonConfig config, Codecs codecs) {
        this(config, codecs, List.of(config.topics().accepted(), config.topics().humanReview(),
                config.topics().deadLetters()));
    }

    /** What candidates decided. */
    static Outputs ofShadow(AndonConfig config, Codecs codecs) {
        return new Outputs(config, codecs, List.of(config.topics().shadow()));
    }

    private Outputs(AndonConfig config, Codecs codecs, List<String> topics) {
        this.codecs = codecs;
        deadLetterTopic = config.topics().deadLetters();
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", String.valueOf(config.kafka().get("bootstrap.servers")),
                        "isolation.level", "read_committed", "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            IntStream.range(0, Plant.PARTITIONS).forEach(p -> partitions.add(new TopicPartition(topic, p)));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads what has come. */
    Outputs look() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LOOK)) {
            if (record.topic().equals(deadLetterTopic)) {
                deadLetters.add(record);
            } else {
                decisions.add(new Published(record, decoded(record)));
            }
        }
        return this;
    }

    /** Reads up to where the topics end now. */
    Outputs lookToTheEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            look();
        }
        return this;
    }

    /** The decisions on a line that were read so far, in the order of the line. */
    List<Published> of(String line) {
        return decisions.stream().filter(d -> d.inspection().line().value().equals(line))
                .sorted(Comparator.comparingLong(Published::sequence)).toList();
    }

    /** The dead letters of a line that were read so far. */
    List<ConsumerRecord<byte[], byte[]>> deadLettersOf(String line) {
        return deadLetters.stream().filter(record -> new String(record.key(), StandardCharsets.UTF_8)
                .equals(line)).toList();
    }

    int count() {
        return decisions.size() + deadLetters.size();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Inspection decoded(ConsumerRecord<byte[], byte[]> record) {
        return switch (codecs.inspections().decode(record.value())) {
            case Decoding.Decoded<Inspection>(Inspection inspection) -> inspection;
            case Decoding.Undecodable<Inspection> broken -> throw new AssertionError(broken.toString());
            case Decoding.RegistryAway<Inspection>(String detail) -> throw new AssertionError(detail);
        };
    }
}

package dev.andon.it;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.config.AndonConfig;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.fixture.rtsp.Counter;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the frames in their topic show, which is a number each, in the order of their cameras. One thread. */
final class TakenFrames implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final Codecs codecs;
    private final Map<String, List<Seen>> frames = new HashMap<>();

    /** A frame without its image: soaks take many of them. */
    record Seen(int number, Instant capturedAt) {}

    TakenFrames(AndonConfig config, Codecs codecs) {
        this.codecs = codecs;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", String.valueOf(config.kafka().get("bootstrap.servers")),
                        "auto.offset.reset", "earliest", "enable.auto.commit", "false"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, Plant.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(config.topics().frames(), partition)).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads what has come. */
    TakenFrames look() throws IOException {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LOOK)) {
            if (codecs.frames().decode(record.value()) instanceof Decoding.Decoded<Frame>(Frame frame)
                    && frame.image() instanceof ImageSource.Inline(ImageBytes image)) {
                frames.computeIfAbsent(frame.cameraId(), _ -> new ArrayList<>())
                        .add(new Seen(Counter.read(image.array()), frame.capturedAt()));
            } else {
                throw new AssertionError("a frame cannot be read: offset " + record.offset());
            }
        }
        return this;
    }

    /** Of a camera, those that were read so far. */
    List<Seen> of(String camera) {
        return frames.getOrDefault(camera, List.of());
    }

    @Override
    public void close() {
        consumer.close();
    }
}

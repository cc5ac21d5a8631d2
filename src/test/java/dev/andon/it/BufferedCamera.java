package dev.andon.it;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.andon.avro.FrameFile;
import dev.andon.avro.MalformedRecordException;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import dev.andon.fixture.TestFrames;
import dev.andon.ingest.FramePublisher;
import dev.andon.ingest.buffer.Announcement;
import dev.andon.ingest.buffer.BufferListener;
import dev.andon.ingest.buffer.BufferPolicy;
import dev.andon.ingest.buffer.BufferStatus;
import dev.andon.ingest.buffer.Drop;
import dev.andon.ingest.buffer.FrameBuffer;
import dev.andon.ingest.buffer.Sending;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A camera of 25 frames a second that offers them to a buffer, on a thread of its own. The others look and wait; one of them
 * starts, stops and closes it.
 */
final class BufferedCamera implements BufferListener, AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(40);
    private static final int IMAGE_BYTES = 10_000;

    private final String name;
    private final BufferPolicy policy;
    private final Sending sending;
    private final FramePublisher publisher;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final List<String> offered = new CopyOnWriteArrayList<>();
    private final List<String> dropped = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private volatile FrameBuffer buffer;
    private volatile int mostSpooled;

    private BufferedCamera(String name, BufferPolicy policy, Sending sending, FramePublisher publisher)
            throws IOException {
        this.name = name;
        this.policy = policy;
        this.sending = sending;
        this.publisher = publisher;
        this.buffer = open();
    }

    /** @param settings of the producer */
    static BufferedCamera of(String name, BufferPolicy policy, Sending sending, String brokers,
            Map<String, Object> settings) throws IOException {
        Map<String, Object> all = new TreeMap<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 500));
        all.putAll(settings);
        return new BufferedCamera(name, policy, sending, new FramePublisher(
                () -> new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer()), name,
                FrameFile::write));
    }

    String topic() {
        return name;
    }

    void start() {
        var _ = thread.scheduleAtFixedRate(this::shoot, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes the last picture. */
    void stop() throws InterruptedException {
        thread.shutdown();
        assertThat(thread.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Closes the buffer and opens it anew, between two pictures. */
    void restart() throws Exception {
        thread.submit(() -> {
            buffer.close(Duration.ZERO);
            buffer = open();
            return null;
        }).get();
    }

    /** Ids of what was offered, in order. */
    List<String> offered() {
        return List.copyOf(offered);
    }

    List<String> dropped() {
        return List.copyOf(dropped);
    }

    List<String> said() {
        return List.copyOf(said);
    }

    BufferStatus status() {
        return buffer.status();
    }

    int mostSpooled() {
        return mostSpooled;
    }

    /** Ids of what stands in the topic, in order. */
    List<String> topic(String brokers) {
        TopicPartition partition = new TopicPartition(name, 0);
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", brokers),
                new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
            List<String> ids = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> ids.add(id(record)));
            }
            return ids;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        buffer.close(Duration.ZERO);
        publisher.close();
    }

    @Override
    public void published(Frame frame, Position position) {
        // The status counts.
    }

    @Override
    public void dropped(Frame frame, Drop drop) {
        dropped.add(frame.id().value());
    }

    @Override
    public void announced(Announcement announcement) {
        said.add(announcement.text());
    }

    private FrameBuffer open() throws IOException {
        return FrameBuffer.open(name, policy, sending, publisher::publish, this, InstantSource.system(),
                new Random(1));
    }

    private void shoot() {
        String id = name + "-" + offered.size();
        try {
            boolean _ = buffer.offer(TestFrames.frame(name, id, new byte[IMAGE_BYTES]));
            offered.add(id);
            mostSpooled = Math.max(mostSpooled, buffer.status().spooledFrames());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String id(ConsumerRecord<byte[], byte[]> record) {
        try {
            return FrameFile.read(record.value()).id().value();
        } catch (MalformedRecordException e) {
            throw new AssertionError(e);
        }
    }
}

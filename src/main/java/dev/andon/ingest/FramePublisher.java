package dev.andon.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Writes frames to their topic under the key of their line, so that the frames of a line stay in order. Any thread; the
 * order is that of the calls.
 */
public final class FramePublisher implements AutoCloseable {

    private static final Duration LAST = Duration.ofSeconds(10);

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Function<Frame, byte[]> encoder;

    /** @param producer idempotent, waiting for all replicas; closed together with this */
    public FramePublisher(Producer<byte[], byte[]> producer, String topic, Function<Frame, byte[]> encoder) {
        this.producer = producer;
        this.topic = topic;
        this.encoder = encoder;
    }

    /**
     * Sends a frame; blocks only while the producer's buffer is full.
     *
     * @return where it stands, once all replicas have it; otherwise completes exceptionally with Kafka's exception
     */
    public CompletableFuture<Position> publish(Frame frame) {
        CompletableFuture<Position> written = new CompletableFuture<>();
        byte[] key = frame.line().value().getBytes(StandardCharsets.UTF_8);
        Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(topic, key, encoder.apply(frame)),
                (metadata, failure) -> {
                    if (failure == null) {
                        written.complete(new Position(metadata.topic(), metadata.partition(), metadata.offset()));
                    } else {
                        written.completeExceptionally(failure);
                    }
                });
        return written;
    }

    /** Waits until everything that was sent has been written or refused. */
    public void flush() {
        producer.flush();
    }

    /** Gives up what is not written within a little while. */
    @Override
    public void close() {
        producer.close(LAST);
    }
}

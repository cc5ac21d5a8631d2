package dev.andon.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes frames to their topic under the key of their line, so that the frames of a line stay in order. Any thread; the
 * order is that of the calls.
 */
public final class FramePublisher implements AutoCloseable {

    private static final Duration LAST = Duration.ofSeconds(10);

    private final RenewedProducer producer;
    private final String topic;
    private final Function<Frame, byte[]> encoder;

    /** @param producers makes idempotent ones that wait for all replicas; the last is closed together with this */
    public FramePublisher(Supplier<Producer<byte[], byte[]>> producers, String topic,
            Function<Frame, byte[]> encoder) {
        this.producer = new RenewedProducer(producers, InstantSource.system());
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
        producer.send(new ProducerRecord<>(topic, key, encoder.apply(frame)),
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

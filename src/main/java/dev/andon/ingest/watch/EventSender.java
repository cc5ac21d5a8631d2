package dev.andon.ingest.watch;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import dev.andon.core.camera.CameraEvent;
import dev.andon.ingest.RenewedProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to Kafka, and those that it does not take back to the outbox. One thread, and that of Kafka. */
final class EventSender {

    private static final Logger LOG = LoggerFactory.getLogger(EventSender.class);

    private final RenewedProducer producer;
    private final String topic;
    private final Function<CameraEvent, byte[]> encoder;
    private final Outbox outbox;
    private volatile boolean failing;

    EventSender(RenewedProducer producer, String topic, Function<CameraEvent, byte[]> encoder, Outbox outbox) {
        this.producer = producer;
        this.topic = topic;
        this.encoder = encoder;
        this.outbox = outbox;
    }

    /**
     * Waits while the producer has no room, or knows no broker yet.
     *
     * @throws InterruptException if the thread is interrupted
     */
    void send(CameraEvent event) {
        try {
            byte[] key = event.line().value().getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic, key, encoder.apply(event)),
                    (_, failure) -> became(event, failure));
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            became(event, e);
        }
    }

    private void became(CameraEvent event, @Nullable Exception failure) {
        if (failure != null) {
            outbox.failed(event);
        }
        boolean failed = failure != null;
        if (failing != failed) {
            failing = failed;
            LOG.warn(failed ? "events of cameras cannot be written: {}" : "events of cameras are written again",
                    String.valueOf(failure));
        }
    }
}

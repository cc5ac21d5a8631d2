package dev.andon.ingest.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.andon.core.camera.CameraEvent;
import dev.andon.ingest.RenewedProducer;
import dev.andon.metrics.MeterGroup;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events of cameras to their topic under the key of their line. Never makes anybody wait: a thread of its own does,
 * for Kafka. While events cannot be written, heartbeats are lost, and the others are sent again together with the next one,
 * so that they come later than they should. Any thread.
 */
public final class CameraEventWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CameraEventWriter.class);

    private static final int ROOM = 1_000;
    private static final Duration LAST = Duration.ofSeconds(5);

    private final RenewedProducer producer;
    private final Outbox outbox = new Outbox(ROOM);
    private final EventSender sender;
    private final Thread sending;
    private final MeterGroup meters;

    /** @param producers makes idempotent ones, of nobody else, so that frames do not take their room */
    public CameraEventWriter(Supplier<Producer<byte[], byte[]>> producers, String topic,
            Function<CameraEvent, byte[]> encoder, Recorder recorder) {
        producer = new RenewedProducer(producers, InstantSource.system());
        sender = new EventSender(producer, topic, encoder, outbox);
        meters = recorder.group();
        meters.count(MetricNames.CAMERA_EVENTS_LOST, outbox::lost);
        sending = Thread.ofVirtual().name("camera-events").start(this::send);
    }

    /** Takes events to be written, in this order. */
    public void write(List<CameraEvent> events) {
        events.forEach(outbox::add);
    }

    /** Gives up what is not written within some seconds. */
    @Override
    public void close() {
        outbox.close();
        try {
            if (!sending.join(LAST)) {
                sending.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(LAST);
        meters.close();
    }

    private void send() {
        try {
            for (List<CameraEvent> next = outbox.take(); !next.isEmpty(); next = outbox.take()) {
                next.forEach(sender::send);
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("the last events of cameras are given up", e);
        }
    }
}

package dev.andon.ingest.watch;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.EventKind;
import dev.andon.ingest.RenewedProducer;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CameraEventWriterTest {

    private final Bench bench = new Bench(WatchPolicy.USUAL);
    private final CameraEvent state = bench.watch.event(EventKind.STATE, "state");
    private final CameraEvent heartbeat = bench.watch.event(EventKind.STATUS, "heartbeat");

    @Test
    void eventsStandUnderTheirLineInTheirOrder() {
        MockProducer<byte[], byte[]> producer = producer(true);
        CameraEventWriter writer = new CameraEventWriter(() -> producer, "camera-events", CameraEventWriterTest::bytes,
                new Recorder(new SimpleMeterRegistry()));

        writer.write(List.of(state, heartbeat, state));
        writer.close();

        assertThat(written(producer)).containsExactly("state", "heartbeat", "state");
        assertThat(producer.history()).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo("camera-events");
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("bracket-1");
        });
        assertThat(producer.closed()).isTrue();
    }

    @Test
    void aChangeThatFailedIsSentAgainWithTheNextEvent() throws InterruptedException {
        MockProducer<byte[], byte[]> producer = producer(false);
        Outbox outbox = new Outbox(10);
        EventSender sender = new EventSender(new RenewedProducer(() -> producer, InstantSource.system()),
                "camera-events", CameraEventWriterTest::bytes, outbox);
        sender.send(state);
        sender.send(heartbeat);
        producer.errorNext(new TimeoutException("away"));
        producer.errorNext(new TimeoutException("away"));

        outbox.add(heartbeat);
        outbox.take().forEach(sender::send);

        assertThat(written(producer)).containsExactly("state", "heartbeat", "state", "heartbeat");
    }

    @Test
    void whatTheProducerRefusesAtOnceIsKept() throws InterruptedException {
        MockProducer<byte[], byte[]> producer = producer(true);
        producer.sendException = new TimeoutException("no room");
        Outbox outbox = new Outbox(10);
        EventSender sender = new EventSender(new RenewedProducer(() -> producer, InstantSource.system()),
                "camera-events", CameraEventWriterTest::bytes, outbox);

        sender.send(state);

        outbox.add(heartbeat);
        assertThat(outbox.take()).containsExactly(state, heartbeat);
    }

    private static MockProducer<byte[], byte[]> producer(boolean autoComplete) {
        return new MockProducer<>(autoComplete, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static byte[] bytes(CameraEvent event) {
        return event.detail().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> written(MockProducer<byte[], byte[]> producer) {
        return producer.history().stream().map(record -> new String(record.value(), StandardCharsets.UTF_8)).toList();
    }
}

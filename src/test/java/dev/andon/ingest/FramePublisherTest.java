package dev.andon.ingest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FramePublisherTest {

    private static final Frame FRAME = new Frame(new FrameId("f-1"), new LineId("組立-1"), "cam-1", null, null, null,
            null, Instant.EPOCH, "image/jpeg", 3, "ab", new ImageSource.Reference(URI.create("file:///a.jpg")), null);

    private final MockProducer<byte[], byte[]> producer = new MockProducer<>(false, null, new ByteArraySerializer(),
            new ByteArraySerializer());
    private final FramePublisher publisher = new FramePublisher(() -> producer, "frames",
            frame -> frame.id().value().getBytes(StandardCharsets.UTF_8));

    @Test
    void aFrameStandsUnderItsLineAndTellsWhereItIs() {
        var written = publisher.publish(FRAME);
        producer.completeNext();

        ProducerRecord<byte[], byte[]> record = producer.history().getFirst();
        assertThat(record.topic()).isEqualTo("frames");
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("組立-1");
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("f-1");
        assertThat(written).isCompletedWithValue(new Position("frames", 0, 0));
    }

    @Test
    void whatKafkaRefusesIsToldToTheCaller() {
        var written = publisher.publish(FRAME);
        producer.errorNext(new RecordTooLargeException("too large"));

        assertThat(written).isCompletedExceptionally();
    }
}

package dev.andon.topology.source;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.andon.core.frame.Position;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KafkaFrameSourceTest {

    private static final TopicPartition PARTITION = new TopicPartition("frames", 0);
    private static final byte[] VALUE = {1, 2, 3};
    private static final long CRC = new FrameRecord(null, VALUE, new RecordHeaders()).crc();

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final KafkaFrameSource source = new KafkaFrameSource(() -> consumer);

    @BeforeEach
    void theTopicHasOffsets10To19() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 10L));
        consumer.updateEndOffsets(Map.of(PARTITION, 20L));
    }

    @Test
    void aRecordThatIsThereIsFound() throws InterruptedException {
        consumer.schedulePollTask(() -> arrive(12));

        assertThat(source.read(at(12), CRC)).isInstanceOf(FrameSource.Read.Found.class);
    }

    @Test
    void anotherRecordInItsPlaceIsNot() throws InterruptedException {
        consumer.schedulePollTask(() -> arrive(12));

        assertThat(source.read(at(12), CRC + 1)).isInstanceOf(FrameSource.Read.Gone.class);
    }

    @Test
    void aRecordThatExpiredIsGone() throws InterruptedException {
        consumer.schedulePollTask(() -> arrive(10));

        assertThat(source.read(at(9), CRC)).isInstanceOf(FrameSource.Read.Gone.class);
    }

    @Test
    void whereATopicMadeAnewHasNothingYetTheRecordIsGone() throws InterruptedException {
        assertThat(source.read(at(20), CRC)).isInstanceOfSatisfying(FrameSource.Read.Gone.class,
                gone -> assertThat(gone.detail()).contains("past the end"));
    }

    @Test
    void whatDoesNotComeMayComeLater() throws InterruptedException {
        assertThat(source.read(at(12), CRC)).isInstanceOf(FrameSource.Read.Failed.class);

        consumer.schedulePollTask(() -> arrive(12));

        assertThat(source.read(at(12), CRC)).isInstanceOf(FrameSource.Read.Found.class);
    }

    @Test
    void afterAFailureItSeeksAgain() throws InterruptedException {
        consumer.setPollException(new KafkaException("the broker is on holiday"));
        assertThat(source.read(at(12), CRC)).isInstanceOfSatisfying(FrameSource.Read.Failed.class,
                failed -> assertThat(failed.detail()).contains("on holiday"));

        consumer.schedulePollTask(() -> arrive(12));

        assertThat(source.read(at(12), CRC)).isInstanceOf(FrameSource.Read.Found.class);
    }

    @Test
    void onceClosedItStaysClosed() throws InterruptedException {
        consumer.schedulePollTask(() -> arrive(12));
        source.read(at(12), CRC);

        source.close();

        assertThat(consumer.closed()).isTrue();
        assertThatThrownBy(() -> source.read(at(13), CRC)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aReaderThatWaitsForAnotherOneIsLetGo() throws Exception {
        // given one reader at the broker and one behind it
        CountDownLatch polled = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        consumer.schedulePollTask(() -> {
            polled.countDown();
            awaitUninterrupted(answer);
        });
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<FrameSource.Read> first = readers.submit(() -> source.read(at(12), CRC));
            polled.await();
            Future<FrameSource.Read> second = readers.submit(() -> source.read(at(13), CRC));

            // when
            second.cancel(true);

            // then
            assertThat(first).isNotDone();
            assertThat(second).isCancelled();
            answer.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS)).isInstanceOf(FrameSource.Read.Failed.class);
        }
    }

    private void arrive(long offset) {
        consumer.addRecord(new ConsumerRecord<>("frames", 0, offset, new byte[]{'l'}, VALUE));
    }

    /** Polls of this consumer are deaf to interruption while a task runs in them. */
    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Position at(long offset) {
        return new Position("frames", 0, offset);
    }
}

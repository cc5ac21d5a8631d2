package dev.andon.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import dev.andon.core.frame.Position;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordAtTest {

    private static final TopicPartition FRAMES = new TopicPartition("frames", 0);
    private static final TopicPartition DECISIONS = new TopicPartition("accepted", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final RecordAt records = new RecordAt(consumer);
    private final AtomicInteger polls = new AtomicInteger();

    @BeforeEach
    void given() {
        consumer.updateBeginningOffsets(Map.of(FRAMES, 3L, DECISIONS, 0L));
        consumer.updateEndOffsets(Map.of(FRAMES, 10L, DECISIONS, 10L));
    }

    @Test
    void whatCameWithARecordIsNotAskedForAgain() {
        comes(FRAMES, 4, 5, 7);

        assertThat(read(FRAMES, 4)).hasValue("frames 4");
        assertThat(read(FRAMES, 5)).hasValue("frames 5");
        assertThat(polls).hasValue(1);
    }

    @Test
    void topicsInTurnStayAssigned() {
        comes(FRAMES, 4);
        read(FRAMES, 4);
        comes(DECISIONS, 8);

        assertThat(read(DECISIONS, 8)).hasValue("accepted 8");
        assertThat(consumer.assignment()).containsExactlyInAnyOrder(FRAMES, DECISIONS);
        assertThat(consumer.paused()).containsExactly(FRAMES);
        comes(FRAMES, 6);
        assertThat(read(FRAMES, 6)).hasValue("frames 6");
    }

    @Test
    void whatIsGoneOrWasNeverCommittedIsNotThere() {
        assertThat(read(FRAMES, 2)).isEmpty();
        assertThat(read(FRAMES, 10)).isEmpty();
        comes(FRAMES, 7);
        assertThat(read(FRAMES, 6)).as("of a transaction that was aborted").isEmpty();
    }

    private Optional<String> read(TopicPartition partition, long offset) {
        return records.read(new Position(partition.topic(), partition.partition(), offset))
                .map(record -> record.topic() + " " + record.offset());
    }

    private void comes(TopicPartition partition, long... offsets) {
        consumer.schedulePollTask(() -> {
            polls.incrementAndGet();
            for (long offset : offsets) {
                consumer.addRecord(new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[1],
                        new byte[1]));
            }
        });
    }
}

package dev.andon.replay.reask;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.fixture.TestFrames;
import dev.andon.replay.images.Place;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class CopyingTest {

    private static final ConsumerGroupMetadata GROUP = new MockConsumer<byte[], byte[]>("earliest").groupMetadata();
    private static final TopicPartition ACCEPTED = new TopicPartition("accepted", 0);

    private final MockProducer<byte[], byte[]> producer = new MockProducer<>(true, null, new ByteArraySerializer(),
            new ByteArraySerializer());
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<Long> gone = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    @BeforeEach
    void given() {
        producer.initTransactions();
        for (long offset = 0; offset < 10; offset++) {
            Position at = new Position("accepted", 0, offset);
            wanted.add(new Wanted(new LineId("press"), offset + 1, now, at, new Place.InRecord(at)));
        }
    }

    @Test
    void goesNoFartherThanThereIsRoomAndTime() {
        Copying copying = copying(Cursors.atStart(Map.of(ACCEPTED, 10L), "x"));
        now = now.plus(Duration.ofMinutes(1));

        copying.go(2);
        copying.go(0);
        copying.go(-3);
        copying.go(100);

        assertThat(copied()).containsExactly("0", "1", "2", "3", "4");
        assertThat(copying.left()).isEqualTo(5);
    }

    @Test
    void whatIsGoneIsPassedOverAndCounted() {
        gone.add(1L);
        Copying copying = copying(Cursors.atStart(Map.of(ACCEPTED, 10L), "x"));
        now = now.plus(Duration.ofMinutes(1));

        copying.go(3);

        assertThat(copied()).containsExactly("0", "2");
        assertThat(copying.copied()).isEqualTo(2);
        assertThat(copying.lost()).isOne();
    }

    @Test
    void goesOnWhereTheLastTransactionLeftIt() {
        Copying first = copying(Cursors.atStart(Map.of(ACCEPTED, 9L), "x"));
        now = now.plus(Duration.ofMinutes(1));
        first.go(4);
        Map<TopicPartition, OffsetAndMetadata> committed = Objects.requireNonNull(
                producer.consumerGroupOffsetsHistory().getLast().get(GROUP.groupId()));

        Cursors cursors = Cursors.of(committed);
        Copying second = copying(cursors);
        now = now.plus(Duration.ofMinutes(1));
        second.go(100);

        assertThat(cursors.beganOtherwise("x")).isFalse();
        assertThat(cursors.beganOtherwise("y")).isTrue();
        assertThat(copied()).as("without the one that came after it began")
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(second.copied()).isEqualTo(9);
        assertThat(second.left()).isZero();
    }

    private Copying copying(Cursors cursors) {
        return new Copying(List.of(wanted), cursors, this::find, producer, GROUP, "replay.x.frames",
                frame -> frame.id().value().getBytes(UTF_8), 5, () -> now);
    }

    private Optional<Frame> find(Wanted each) {
        return gone.contains(each.at().offset())
                ? Optional.empty()
                : Optional.of(TestFrames.frame("press", Long.toString(each.at().offset()), 1));
    }

    private List<String> copied() {
        return producer.history().stream().map(record -> new String(record.value(), UTF_8)).toList();
    }
}

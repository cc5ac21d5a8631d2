package dev.andon.ingest.trigger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.andon.core.frame.Position;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TriggerTopicTest {

    private static final String TOPIC = "triggers";

    private final MovedClock clock = new MovedClock(Scene.START);
    private final Triggers triggers = new Triggers(clock);
    private final TriggeredCamera camera = triggers.join("c",
            TestJoins.trusting(JoinSettings.Choice.NEAREST, TestJoins.WINDOW), _ -> Double.NaN);
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final List<String> told = new ArrayList<>();
    private final TriggerTopic topic = new TriggerTopic(consumer, TOPIC, triggers, new TriggerTopic.Progress() {
        @Override
        public void refused(Position where, List<String> problems) {
            told.add(where + " " + problems);
        }

        @Override
        public void delayed(String detail) {
            told.add(detail);
        }
    }, clock);

    @Test
    void whatComesAfterTheStartIsHeard() {
        partitions(1);
        consumer.updateEndOffsets(Map.of(partition(0), 7L));
        assertThat(topic.listen()).isTrue();

        consumer.addRecord(record(0, 6, "c", value("before")));
        consumer.addRecord(record(0, 7, "c", value("A")));
        consumer.addRecord(record(0, 8, null, "{\"camera\": \"c\", \"unit\": \"B\", \"at\": \"" + Scene.START + "\"}"));
        topic.listen();

        assertThat(units()).containsExactly("A", "B");
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsNoTriggerIsToldAndPassedOver() {
        partitions(1);
        topic.listen();

        consumer.addRecord(record(0, 0, "c", "no JSON"));
        consumer.addRecord(record(0, 1, "d", value("A")));
        consumer.addRecord(record(0, 2, null, value("A")));
        consumer.addRecord(record(0, 3, "c", null));
        consumer.addRecord(record(0, 4, "c", value("B")));
        topic.listen();

        assertThat(told).satisfiesExactly(one -> assertThat(one).startsWith("triggers-0@0 ").contains("JSON"),
                one -> assertThat(one).startsWith("triggers-0@1 ").contains("'d'", "name one of c"),
                one -> assertThat(one).startsWith("triggers-0@2 ").contains("camera is missing"),
                one -> assertThat(one).startsWith("triggers-0@3 ").contains("no value"));
        assertThat(units()).containsExactly("B");
    }

    @Test
    void aPartitionThatIsAddedIsReadFromItsStart() {
        partitions(1);
        consumer.updateEndOffsets(Map.of(partition(0), 7L));
        topic.listen();
        partitions(2);
        consumer.updateEndOffsets(Map.of(partition(1), 1L));

        clock.move(Duration.ofSeconds(30));
        consumer.schedulePollTask(() -> {
            consumer.addRecord(record(1, 0, "c", value("A")));
            consumer.addRecord(record(0, 7, "c", value("B")));
        });
        topic.listen();

        assertThat(told).isEmpty();
        assertThat(units()).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void whatFailsIsTriedAgainAndToldOnce() {
        consumer.setPollException(new TopicAuthorizationException(TOPIC));
        assertThat(topic.listen()).as("no topic").isFalse();
        partitions(1);
        assertThat(topic.listen()).as("no right").isFalse();
        assertThat(topic.listen()).isTrue();

        consumer.addRecord(record(0, 0, "c", value("A")));
        topic.listen();

        assertThat(told).singleElement().asString().contains("triggers", "no such topic");
        assertThat(units()).containsExactly("A");
    }

    @Test
    void whereOffsetsAreGoneItGoesOnAtTheEnd() {
        partitions(1);
        topic.listen();
        consumer.updateEndOffsets(Map.of(partition(0), 9L));
        consumer.setPollException(new OffsetOutOfRangeException(Map.of(partition(0), 0L)));

        topic.listen();
        topic.listen();
        consumer.addRecord(record(0, 9, "c", value("A")));
        topic.listen();

        assertThat(told).singleElement().asString().contains("deleted");
        assertThat(units()).containsExactly("A");
    }

    private void partitions(int count) {
        consumer.updatePartitions(TOPIC, IntStream.range(0, count)
                .mapToObj(partition -> new PartitionInfo(TOPIC, partition, null, null, null)).toList());
        for (int partition = 0; partition < count; partition++) {
            consumer.updateBeginningOffsets(Map.of(partition(partition), 0L));
            consumer.updateEndOffsets(Map.of(partition(partition), 0L));
        }
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(TOPIC, number);
    }

    private static ConsumerRecord<byte[], byte[]> record(int partition, long offset, @Nullable String key,
            @Nullable String value) {
        return new ConsumerRecord<>(TOPIC, partition, offset, bytes(key), bytes(value));
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static String value(String unit) {
        return "{\"unit\": \"" + unit + "\", \"at\": \"" + Scene.START + "\"}";
    }

    /** Of those that were heard. */
    private List<String> units() {
        return camera.leave().stream().map(event -> switch (event) {
            case JoinEvent.TriggerWithoutFrame(Trigger trigger, var _, var _) ->
                String.valueOf(trigger.particulars().unitId());
            default -> throw new AssertionError(event);
        }).toList();
    }
}

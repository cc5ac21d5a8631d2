package dev.andon.chaos.clients;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FollowerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final TopicPartition PARTITION = new TopicPartition("accepted", 0);

    private final MockConsumer<byte[], byte[]> consumer = consumer();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void showsEachRecordToAllInTheirOrder() throws Exception {
        consumer.schedulePollTask(() -> add("a", "b"));

        try (Follower _ = follow((record, seen) -> hear("first", record), (record, seen) -> hear("second", record))) {
            assertThat(List.of(next(), next(), next(), next())).containsExactly("first a", "second a", "first b",
                    "second b");
        }
    }

    @Test
    void showsAgainWhatCannotBeReadYet() throws Exception {
        AtomicInteger away = new AtomicInteger(2);
        consumer.schedulePollTask(() -> add("a", "b"));

        try (Follower _ = follow((record, seen) -> hear("first", record),
                (record, seen) -> hear("second", record) && away.decrementAndGet() < 0)) {
            assertThat(List.of(next(), next(), next(), next(), next())).containsExactly("first a", "second a",
                    "second a", "second a", "first b");
        }
    }

    @Test
    void goesOnAfterAnOutageOfTheBrokers() throws Exception {
        consumer.schedulePollTask(() -> consumer.setPollException(new KafkaException("no broker")));
        consumer.schedulePollTask(() -> add("a"));

        try (Follower _ = follow((record, seen) -> hear("after", record))) {
            assertThat(next()).isEqualTo("after a");
        }
    }

    private Follower follow(Follower.Listener... listeners) {
        return Follower.start((clientId, isolation) -> {
            assertThat(isolation).isEqualTo("read_committed");
            return consumer;
        }, List.of("accepted"), List.of(listeners), InstantSource.fixed(NOW));
    }

    private boolean hear(String who, ConsumerRecord<byte[], byte[]> record) {
        return heard.add(who + " " + new String(record.value(), StandardCharsets.UTF_8));
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(30, TimeUnit.SECONDS));
    }

    private void add(String... values) {
        for (int i = 0; i < values.length; i++) {
            consumer.addRecord(new ConsumerRecord<>("accepted", 0, i, new byte[0],
                    values[i].getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static MockConsumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
        consumer.updatePartitions("accepted", List.of(new PartitionInfo("accepted", 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        return consumer;
    }
}

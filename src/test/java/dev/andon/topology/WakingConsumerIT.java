package dev.andon.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import dev.andon.async.Bell;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(SharedCluster.class)
@Timeout(60)
class WakingConsumerIT {

    private static final int RECORDS = 400;

    private final AtomicReference<Bell> bell = new AtomicReference<>(Bell.silent());

    @Test
    void stopsWaitingWhenTheBellRings(Cluster cluster) throws Exception {
        try (WakingConsumer consumer = consumer(cluster, topic(cluster, "rung-once"))) {
            CompletableFuture<Void> asked = new CompletableFuture<>();
            consumer.poll(Duration.ofMillis(10));
            bell.get().listen(() -> {
                asked.complete(null);
                return Duration.ofHours(1);
            });
            Thread.startVirtualThread(() -> {
                asked.join();
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                bell.get().ring();
            });

            // an hour, but for the bell
            assertThat(consumer.poll(Duration.ofHours(1)).isEmpty()).isTrue();
        }
    }

    @Test
    void losesNothingAndThrowsNothingHoweverOftenItRings(Cluster cluster) throws Exception {
        TopicPartition topic = topic(cluster, "rung-often");
        try (WakingConsumer consumer = consumer(cluster, topic);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", cluster.bootstrapServers()), new ByteArraySerializer(),
                        new ByteArraySerializer());
                ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            others.execute(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    bell.get().ring();
                    LockSupport.parkNanos(20_000);
                }
            });
            others.execute(() -> IntStream.range(0, RECORDS).forEach(i -> {
                var _ = producer.send(new ProducerRecord<>(topic.topic(), new byte[]{(byte) i}));
                LockSupport.parkNanos(1_000_000);
            }));

            try {
                List<Byte> read = new ArrayList<>();
                while (read.size() < RECORDS) {
                    consumer.poll(Duration.ofSeconds(1)).forEach(record -> read.add(record.value()[0]));
                    // blocks on the broker, and so would hear of a wake that was left over
                    consumer.committed(Set.of(topic));
                }

                assertThat(read).isEqualTo(IntStream.range(0, RECORDS).mapToObj(i -> (byte) i).toList());
            } finally {
                others.shutdownNow();
            }
        }
    }

    private WakingConsumer consumer(Cluster cluster, TopicPartition topic) {
        WakingConsumer consumer = new WakingConsumer(Map.of("bootstrap.servers", cluster.bootstrapServers(), "group.id",
                topic.topic(), "auto.offset.reset", "earliest"), bell::set);
        consumer.assign(List.of(topic));
        return consumer;
    }

    private static TopicPartition topic(Cluster cluster, String name) throws Exception {
        cluster.createTopics(1, name);
        return new TopicPartition(name, 0);
    }
}

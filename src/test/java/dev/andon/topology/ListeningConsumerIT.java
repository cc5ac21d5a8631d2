package dev.andon.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.topology.source.Pauses;
import dev.andon.topology.source.Polling;
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
class ListeningConsumerIT {

    private static final int RECORDS = 400;

    private final AtomicReference<Polling> polling = new AtomicReference<>(Polling.unheard());

    @Test
    void stopsWaitingWhenTheBellRings(Cluster cluster) throws Exception {
        try (ListeningConsumer consumer = consumer(cluster, topic(cluster, "rung-once"))) {
            CompletableFuture<Void> asked = new CompletableFuture<>();
            consumer.poll(Duration.ofMillis(10));
            polling.get().bell().listen(() -> {
                asked.complete(null);
                return Duration.ofHours(1);
            });
            Thread.startVirtualThread(() -> {
                asked.join();
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                polling.get().bell().ring();
            });

            // an hour, but for the bell
            assertThat(consumer.poll(Duration.ofHours(1)).isEmpty()).isTrue();
        }
    }

    @Test
    void losesNothingAndThrowsNothingHoweverOftenItRings(Cluster cluster) throws Exception {
        TopicPartition topic = topic(cluster, "rung-often");
        try (ListeningConsumer consumer = consumer(cluster, topic);
                KafkaProducer<byte[], byte[]> producer = producer(cluster);
                ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            others.execute(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    polling.get().bell().ring();
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

    @Test
    void readsNothingOfAPartitionWhileATaskHasEnoughOfIt(Cluster cluster) throws Exception {
        String name = "enough";
        cluster.createTopics(2, name);
        TopicPartition full = new TopicPartition(name, 0);
        TopicPartition other = new TopicPartition(name, 1);
        try (ListeningConsumer consumer = consumer(cluster, full, other);
                KafkaProducer<byte[], byte[]> producer = producer(cluster)) {
            AtomicBoolean enough = new AtomicBoolean(true);
            consumer.poll(Duration.ZERO);
            Pauses.Listener task = polling.get().pauses().listen(full, enough::get);
            for (int i = 0; i < 10; i++) {
                producer.send(new ProducerRecord<>(name, 0, null, new byte[]{1})).get();
                producer.send(new ProducerRecord<>(name, 1, null, new byte[]{2})).get();
            }

            assertThat(read(consumer, 10)).as("of the other one alone").containsOnly((byte) 2).hasSize(10);
            assertThat(consumer.poll(Duration.ofMillis(300)).isEmpty()).isTrue();
            assertThat(consumer.currentLag(full)).as("nobody is to wait for it").hasValue(0);

            enough.set(false);
            List<Byte> some = read(consumer, 1);
            assertThat(some).containsOnly((byte) 1);
            assertThat(consumer.currentLag(full)).hasValue(10 - some.size());
            enough.set(true);
            assertThat(consumer.poll(Duration.ofMillis(300)).isEmpty()).isTrue();
            task.close();
            assertThat(consumer.poll(Duration.ofMillis(300)).isEmpty()).as("nobody is there to take it").isTrue();
            consumer.resume(List.of(full));
            assertThat(read(consumer, 10 - some.size())).as("the others").containsOnly((byte) 1)
                    .hasSize(10 - some.size());
        }
    }

    @Test
    void pausesOnlyPartitionsThatItHas(Cluster cluster) throws Exception {
        String name = "elsewhere";
        cluster.createTopics(2, name);
        TopicPartition full = new TopicPartition(name, 0);
        TopicPartition other = new TopicPartition(name, 1);
        try (ListeningConsumer consumer = consumer(cluster, full, other)) {
            AtomicBoolean enough = new AtomicBoolean(true);
            consumer.poll(Duration.ZERO);
            polling.get().pauses().listen(full, enough::get);
            consumer.poll(Duration.ZERO);
            assertThat(consumer.paused()).containsExactly(full);

            consumer.assign(List.of(other));
            consumer.poll(Duration.ZERO);
            enough.set(false);
            consumer.poll(Duration.ZERO);
            assertThat(consumer.paused()).isEmpty();

            enough.set(true);
            consumer.assign(List.of(full, other));
            consumer.poll(Duration.ZERO);
            assertThat(consumer.paused()).containsExactly(full);
        }
    }

    private static List<Byte> read(ListeningConsumer consumer, int count) {
        List<Byte> read = new ArrayList<>();
        while (read.size() < count) {
            consumer.poll(Duration.ofSeconds(1)).forEach(record -> read.add(record.value()[0]));
        }
        return read;
    }

    private static KafkaProducer<byte[], byte[]> producer(Cluster cluster) {
        return new KafkaProducer<>(Map.of("bootstrap.servers", cluster.bootstrapServers()), new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private ListeningConsumer consumer(Cluster cluster, TopicPartition... topics) {
        ListeningConsumer consumer = new ListeningConsumer(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "group.id",
                        topics[0].topic(), "auto.offset.reset", "earliest", "max.poll.records", 5),
                polling::set);
        consumer.assign(List.of(topics));
        return consumer;
    }

    private static TopicPartition topic(Cluster cluster, String name) throws Exception {
        cluster.createTopics(1, name);
        return new TopicPartition(name, 0);
    }
}

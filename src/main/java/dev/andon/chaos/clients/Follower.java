package dev.andon.chaos.clients;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import dev.andon.config.AndonConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Reads topics along while they are written: committed records only, from the first on, each shown to all who listen, one
 * after the other. Goes on whatever happens to brokers and registry. Any thread; one of its own reads.
 */
public final class Follower implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Somebody who listens. */
    public interface Listener {

        /**
         * Hears of a record, those of a partition in their order.
         *
         * @param seen when it was seen
         * @return false where it cannot be read before the registry answers: it is shown again
         */
        boolean hear(ConsumerRecord<byte[], byte[]> record, Instant seen);
    }

    private final Consumers consumers;
    private final List<String> topics;
    private final List<Listener> listeners;
    private final InstantSource clock;
    private final Thread reader;
    private volatile boolean closed;

    private Follower(Consumers consumers, List<String> topics, List<Listener> listeners, InstantSource clock) {
        this.consumers = consumers;
        this.topics = List.copyOf(topics);
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
        this.reader = Thread.ofPlatform().name("andon-chaos-follower").daemon().unstarted(this::read);
    }

    /** Starts to read topics that are there. */
    public static Follower start(AndonConfig config, List<String> topics, List<Listener> listeners) {
        return start(Consumers.of(config), topics, listeners, InstantSource.system());
    }

    static Follower start(Consumers consumers, List<String> topics, List<Listener> listeners, InstantSource clock) {
        Follower follower = new Follower(consumers, topics, listeners, clock);
        follower.reader.start();
        return follower;
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
    }

    private void read() {
        try (Consumer<byte[], byte[]> consumer = consumers.open("andon-chaos-follower", "read_committed")) {
            while (!closed && !assigned(consumer)) {
                Thread.sleep(PAUSE);
            }
            while (!closed) {
                look(consumer);
            }
        } catch (InterruptedException | InterruptException e) {
            // It was closed.
        }
    }

    private boolean assigned(Consumer<byte[], byte[]> consumer) {
        try {
            List<TopicPartition> partitions = new ArrayList<>();
            topics.forEach(topic -> partitions.addAll(Consumers.partitions(consumer, topic)));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return true;
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            return false;
        }
    }

    private void look(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                show(record, clock.instant());
            }
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            Thread.sleep(PAUSE);
        }
    }

    private void show(ConsumerRecord<byte[], byte[]> record, Instant seen) throws InterruptedException {
        for (Listener listener : listeners) {
            while (!closed && !listener.hear(record, seen)) {
                Thread.sleep(PAUSE);
            }
        }
    }
}

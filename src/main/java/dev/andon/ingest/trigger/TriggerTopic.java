package dev.andon.ingest.trigger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import dev.andon.core.frame.Position;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Hears the triggers of a topic from its end on, until it is told to stop: values are those of {@link TriggerReader}, keys
 * camera ids, which values need not repeat. What came while nobody listened has no pictures any more, and is not read. One
 * thread.
 */
public final class TriggerTopic {

    private static final Duration POLL = Duration.ofMillis(200);

    /** After something failed. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Between two looks at the partitions: a topic may get more of them. */
    private static final Duration LOOK = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Hears of what goes wrong. */
    public interface Progress {

        /**
         * A record is no trigger of a camera that runs here.
         *
         * @param problems what is wrong with it, and what to do; all of it
         */
        void refused(Position where, List<String> problems);

        /** Something is wrong that may go by; said once until it is over. */
        void delayed(String detail);
    }

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Triggers triggers;
    private final Progress progress;
    private final InstantSource clock;
    private final Set<TopicPartition> known = new HashSet<>();
    private Instant nextLook = Instant.MIN;
    private boolean delayed;

    /** @param consumer without a group; stays the caller's to close */
    public TriggerTopic(Consumer<byte[], byte[]> consumer, String topic, Triggers triggers, Progress progress,
            InstantSource clock) {
        this.consumer = consumer;
        this.topic = topic;
        this.triggers = triggers;
        this.progress = progress;
        this.clock = clock;
    }

    /** Hears triggers until it is told to stop, whatever becomes of the brokers. */
    public void run(BooleanSupplier told) throws InterruptedException {
        while (!told.getAsBoolean()) {
            if (!listen()) {
                Thread.sleep(PAUSE);
            }
        }
    }

    /** Hears what has come; false where that failed. */
    boolean listen() {
        try {
            lookForPartitions();
            consumer.poll(POLL).forEach(this::hear);
            delayed = false;
            return true;
        } catch (InterruptException e) {
            throw e;
        } catch (InvalidOffsetException e) {
            consumer.seekToEnd(e.partitions());
            delayed("triggers of " + topic + " were deleted unread: it is read on from its end");
            return true;
        } catch (KafkaException e) {
            delayed("triggers cannot be read from " + topic + " (" + e.getMessage() + "): it is tried again");
            return false;
        }
    }

    private void lookForPartitions() {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        boolean first = known.isEmpty();
        List<TopicPartition> others = partitions().stream().filter(known::add).toList();
        if (!others.isEmpty()) {
            consumer.assign(known);
            if (first) {
                consumer.seekToEnd(others);
            } else {
                consumer.seekToBeginning(others);
            }
        }
        nextLook = now.plus(LOOK);
    }

    private List<TopicPartition> partitions() {
        List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
        if (found == null || found.isEmpty()) {
            throw new KafkaException("there is no such topic: create it, or name another one");
        }
        return found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
    }

    private void hear(ConsumerRecord<byte[], byte[]> record) {
        Position where = new Position(record.topic(), record.partition(), record.offset());
        String camera = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            progress.refused(where, List.of("it has no value: send the trigger in it"));
            return;
        }
        switch (triggers.hear(record.value(), camera)) {
            case Receipt.Taken _ -> {
            }
            case Receipt.NoSuchCamera none -> progress.refused(where, List.of(none.problem()));
            case Receipt.Malformed(List<String> problems) -> progress.refused(where, problems);
        }
    }

    private void delayed(String detail) {
        if (!delayed) {
            delayed = true;
            progress.delayed(detail);
        }
    }
}

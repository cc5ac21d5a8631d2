package dev.andon.topology;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.andon.async.Bell;
import dev.andon.topology.source.Intake;
import dev.andon.topology.source.Polling;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The consumer of a stream thread, which listens to its tasks: its wait for records ends when their bell rings, and it reads
 * nothing of what they have enough of. Kafka Streams knows nothing of either: no exception for being woken leaves here,
 * and none is left over for the calls after a poll; what is paused here is resumed here, and what Kafka Streams pauses
 * besides, because its buffers are full, it pauses again as soon as they overflow. One thread, as any consumer; its bell, any.
 */
final class ListeningConsumer extends KafkaConsumer<byte[], byte[]> {

    private final Bell bell = new Bell(this::wakeup);
    private final Intake intake = new Intake();
    private final Polling polling = new Polling(bell, intake);
    private final Consumer<Polling> polled;

    private Set<TopicPartition> leftAlone = Set.of();

    /** @param polled is given what tasks may say, on the thread that polls, each time before it does */
    ListeningConsumer(Map<String, Object> config, Consumer<Polling> polled) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.polled = polled;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        polled.accept(polling);
        leaveAlone(intake.closed());
        boolean woken = false;
        try {
            return super.poll(bell.beginWait(timeout));
        } catch (WakeupException e) {
            woken = true;
            return ConsumerRecords.empty();
        } finally {
            if (bell.endWait() && !woken) {
                settle();
            }
        }
    }

    private void leaveAlone(Set<TopicPartition> closed) {
        if (closed.isEmpty() && leftAlone.isEmpty()) {
            return;
        }
        Set<TopicPartition> open = new HashSet<>(leftAlone);
        open.removeAll(closed);
        open.retainAll(assignment());
        resume(open);
        leftAlone = new HashSet<>(closed);
        leftAlone.retainAll(assignment());
        pause(leftAlone);
    }

    /** Asked within a poll too, when partitions are taken away. */
    @Override
    public long position(TopicPartition partition) {
        try {
            return super.position(partition);
        } catch (WakeupException e) {
            return super.position(partition);
        }
    }

    /** The bell rang too late for the poll: what is left over of it shows before anything else is done. */
    private void settle() {
        try {
            super.poll(Duration.ZERO);
        } catch (WakeupException e) {
            return;
        }
        throw new IllegalStateException("a consumer that was woken polled on");
    }
}

package dev.andon.topology;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.andon.async.Bell;
import dev.andon.topology.source.Polling;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The consumer of a stream thread, which listens to its tasks: its wait for records ends when their bell rings, and it
 * pauses the partitions of which they have enough. Kafka Streams knows nothing of either. No exception for being woken
 * leaves here, and none is left over for the calls after a poll. A task that has enough does not keep its other topics
 * waiting; and only what a task of today wants is resumed, since Kafka Streams pauses partitions as well, those of tasks
 * that are not ready among them. One thread, as any consumer; its bell, any.
 */
final class ListeningConsumer extends KafkaConsumer<byte[], byte[]> {

    private final Bell bell = new Bell(this::wakeup);
    private final Polling polling = Polling.heard(bell);
    private final Consumer<Polling> polled;

    private Set<TopicPartition> pausedHere = Set.of();

    /** @param polled is given what tasks may say, on the thread that polls, each time before it does */
    ListeningConsumer(Map<String, Object> config, Consumer<Polling> polled) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.polled = polled;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        polled.accept(polling);
        pauseWhatIsWanted();
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

    /**
     * Kafka Streams asks in order not to process the records of one topic of a task while another has some that are still
     * to be fetched. Those that are not to be read now are not waited for.
     */
    @Override
    public OptionalLong currentLag(TopicPartition partition) {
        return pausedHere.contains(partition) ? OptionalLong.of(0) : super.currentLag(partition);
    }

    private void pauseWhatIsWanted() {
        Set<TopicPartition> wanted = polling.pauses().wanted();
        if (wanted.isEmpty() && pausedHere.isEmpty()) {
            return;
        }
        Set<TopicPartition> assigned = assignment();
        resume(pausedHere.stream().filter(partition -> assigned.contains(partition) && !wanted.contains(partition)
                && polling.pauses().concern(partition)).toList());
        pausedHere = wanted.stream().filter(assigned::contains).collect(Collectors.toSet());
        pause(pausedHere);
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

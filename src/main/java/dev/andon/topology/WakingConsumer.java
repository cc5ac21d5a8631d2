package dev.andon.topology;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import dev.andon.async.Bell;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The consumer of a stream thread whose wait for records ends when its bell rings. Kafka Streams knows nothing of it: no
 * exception for being woken leaves here, and none is left over for the calls after a poll.
 * One thread, as any consumer; its bell, any.
 */
final class WakingConsumer extends KafkaConsumer<byte[], byte[]> {

    private final Bell bell = new Bell(this::wakeup);
    private final Consumer<Bell> polled;

    /** @param polled is given the bell on the thread that polls, each time before it does */
    WakingConsumer(Map<String, Object> config, Consumer<Bell> polled) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.polled = polled;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        polled.accept(bell);
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

package dev.andon.topology.source;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.core.frame.Position;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames again with a consumer of its own, which belongs to no group. Any thread; reads one at a time. The
 * consumer is made at the first read, and continues without seeking where frames stand one after another.
 */
public final class KafkaFrameSource implements FrameSource {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private @Nullable Consumer<byte[], byte[]> consumer;

    @GuardedBy("lock")
    private @Nullable Position next;

    @GuardedBy("lock")
    private boolean closed;

    /**
     * A source that is not yet connected.
     *
     * @param settings of the consumer; {@code read_committed}, no group, {@code auto.offset.reset=none}, one record a
     *                 poll
     */
    public KafkaFrameSource(Map<String, Object> settings) {
        this(() -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    KafkaFrameSource(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    @Override
    public Read read(Position position, long crc) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (closed) {
                throw new InterruptedException("closed before reading " + position);
            }
            ConsumerRecord<byte[], byte[]> record = seekAndPoll(position);
            return record == null ? missing(position) : checked(record, position, crc);
        } catch (OffsetOutOfRangeException e) {
            next = null;
            return new Read.Gone(position + " is no longer in the topic");
        } catch (InterruptException | WakeupException e) {
            throw new InterruptedException("closed while reading " + position);
        } catch (KafkaException e) {
            next = null;
            return new Read.Failed(position + " cannot be read now: " + e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public OptionalLong end(String topic, int partition) throws InterruptedException {
        TopicPartition of = new TopicPartition(topic, partition);
        lock.lockInterruptibly();
        try {
            Long end = connected().endOffsets(List.of(of), PATIENCE).get(of);
            return end == null ? OptionalLong.empty() : OptionalLong.of(end);
        } catch (InterruptException | WakeupException e) {
            throw new InterruptedException("closed while asking for the end of " + of);
        } catch (KafkaException e) {
            return OptionalLong.empty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (consumer != null) {
                consumer.close(CloseOptions.timeout(Duration.ZERO));
                consumer = null;
            }
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private @Nullable ConsumerRecord<byte[], byte[]> seekAndPoll(Position position) {
        Consumer<byte[], byte[]> open = connected();
        TopicPartition partition = new TopicPartition(position.topic(), position.partition());
        if (!position.equals(next)) {
            open.assign(List.of(partition));
            open.seek(partition, position.offset());
        }
        next = null;
        for (int polls = 0; polls < PATIENCE.dividedBy(POLL); polls++) {
            var records = open.poll(POLL).records(partition);
            if (!records.isEmpty()) {
                ConsumerRecord<byte[], byte[]> record = records.getFirst();
                next = new Position(position.topic(), position.partition(), record.offset() + 1);
                return record;
            }
            if (polls == 0 && isPastTheEnd(open, partition, position)) {
                return null;
            }
        }
        return null;
    }

    /** A topic that was made anew may end where, or before, the record stood: nothing comes from there. */
    @GuardedBy("lock")
    private Read missing(Position position) {
        if (isPastTheEnd(connected(), new TopicPartition(position.topic(), position.partition()), position)) {
            return new Read.Gone(position + " is past the end of the topic: was the topic made anew?");
        }
        return new Read.Failed(position + " did not come within " + PATIENCE.toSeconds() + " s");
    }

    private static boolean isPastTheEnd(Consumer<byte[], byte[]> open, TopicPartition partition, Position position) {
        Long end = open.endOffsets(List.of(partition), PATIENCE).get(partition);
        return end != null && end <= position.offset();
    }

    private static Read checked(ConsumerRecord<byte[], byte[]> record, Position position, long crc) {
        if (record.offset() != position.offset()) {
            return new Read.Gone(position + " is no longer in the topic; the next record there has offset "
                    + record.offset());
        }
        FrameRecord frame = new FrameRecord(record.key(), record.value(), record.headers());
        if (frame.crc() != crc) {
            return new Read.Gone("another record stands at " + position + ": was the topic made anew?");
        }
        return new Read.Found(frame);
    }

    @GuardedBy("lock")
    private Consumer<byte[], byte[]> connected() {
        if (consumer == null) {
            consumer = consumers.get();
        }
        return consumer;
    }
}

package dev.andon.topology.task;

import java.time.Duration;
import java.time.InstantSource;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The timestamp of a record, and now where it has none that can be true. Brokers take records without timestamp from
 * clients that do not stamp them, where the default of Kafka Streams is to stop; and a topic may take timestamps of the
 * future that no other topic takes: what is written with them would be refused, again after each start. Now is where
 * such a record stands among the policies of its line, which are merged with the frames by time unless those are a
 * backlog. Any thread; made by Kafka Streams.
 */
public final class RecordTime implements TimestampExtractor {

    /** How far clocks may be apart; well within {@code message.timestamp.after.max.ms}, an hour by default. */
    static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final InstantSource clock;

    /** By the clock of the system. */
    public RecordTime() {
        this(InstantSource.system());
    }

    RecordTime(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        long now = clock.millis();
        boolean plausible = record.timestamp() >= 0 && record.timestamp() <= now + TOLERANCE.toMillis();
        return plausible ? record.timestamp() : now;
    }
}

package dev.andon.topology.inspect;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The timestamp of a record, and the epoch where it has none: brokers take such records from clients that do not stamp
 * them, and the default of Kafka Streams is to stop. Any thread; made by Kafka Streams.
 */
public final class RecordTime implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }
}

package dev.andon.bench.flink;

import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes key and value as they are. */
final class RecordWriter implements KafkaRecordSerializationSchema<KeyedBytes> {

    private static final long serialVersionUID = 1;

    private final String topic;

    RecordWriter(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(KeyedBytes record, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(topic, record.key, record.value);
    }
}

package dev.andon.bench.flink;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands on key and value as they are. */
final class RecordReader implements KafkaRecordDeserializationSchema<KeyedBytes> {

    private static final long serialVersionUID = 1;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<KeyedBytes> out) {
        out.collect(KeyedBytes.of(record.key(), record.value()));
    }

    @Override
    public TypeInformation<KeyedBytes> getProducedType() {
        return TypeInformation.of(KeyedBytes.class);
    }
}

package dev.andon.cli;

import dev.andon.avro.Codec;
import dev.andon.avro.Decoding;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Values of records that a command cannot do without. Pure functions. */
final class Decoded {

    private Decoded() {}

    /** The value of a record; the command fails where it cannot be read. */
    static <T> T value(Codec<T> codec, ConsumerRecord<byte[], byte[]> record) {
        return switch (codec.decode(record.value())) {
            case Decoding.Decoded<T>(T value) -> value;
            case Decoding.Undecodable<T> broken -> throw CommandFailure.failed("the record " + record.topic() + "-"
                    + record.partition() + "@" + record.offset() + " cannot be read: " + broken.message());
            case Decoding.RegistryAway<T>(String detail) -> throw Registry.away(detail);
        };
    }
}

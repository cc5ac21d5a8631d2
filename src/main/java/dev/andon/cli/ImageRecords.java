package dev.andon.cli;

import java.time.Instant;

import dev.andon.avro.Codec;
import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.config.TopicsConfig;
import dev.andon.core.decision.KeptSample;
import dev.andon.images.retention.ImageUses;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what the topics of an installation say of stored images. One thread. */
final class ImageRecords {

    private final Codecs codecs;
    private final ImageUses uses;
    private long unreadable;

    ImageRecords(Codecs codecs, KeptSample sample) {
        this.codecs = codecs;
        this.uses = new ImageUses(sample);
    }

    /**
     * Reads the topics, decisions before what people said of them.
     *
     * @param consumer of committed records, without a group
     * @param before   of frames that are no older no image can be due
     */
    void read(Consumer<byte[], byte[]> consumer, TopicsConfig topics, Instant before) {
        new TopicReader(consumer, topics.humanReview())
                .eachToEnd(record -> take(codecs.inspections(), record, uses::add));
        new TopicReader(consumer, topics.accepted())
                .eachToEnd(record -> take(codecs.inspections(), record, uses::add));
        new TopicReader(consumer, topics.reviewed())
                .eachToEnd(record -> take(codecs.reviewed(), record, uses::add));
        new TopicReader(consumer, topics.frames())
                .eachBefore(before, record -> take(codecs.frames(), record, uses::add));
    }

    ImageUses uses() {
        return uses;
    }

    /** Records that nobody can read, and that refer to no image therefore. */
    long unreadable() {
        return unreadable;
    }

    private <T> void take(Codec<T> codec, ConsumerRecord<byte[], byte[]> record,
            java.util.function.Consumer<T> reader) {
        switch (codec.decode(record.value())) {
            case Decoding.Decoded<T>(T value) -> reader.accept(value);
            case Decoding.Undecodable<T> _ -> unreadable++;
            case Decoding.RegistryAway<T>(String detail) -> throw Registry.away(detail);
        }
    }
}

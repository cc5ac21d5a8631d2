package dev.andon.chaos.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

import dev.andon.avro.Codec;
import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.chaos.feed.Journal;
import dev.andon.chaos.verify.Output.Kind;
import dev.andon.config.TopicsConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Route;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.Position;
import dev.andon.core.review.Reviewed;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;

/** Makes small records of Kafka's. Any thread. */
final class Records {

    /** A record that cannot be read now or ever; an expected outcome. */
    static final class Unreadable extends Exception {

        private final boolean registryAway;

        Unreadable(ConsumerRecord<?, ?> record, String why, boolean registryAway) {
            super(position(record) + ": " + why, null, false, false);
            this.registryAway = registryAway;
        }

        boolean registryAway() {
            return registryAway;
        }
    }

    private static final String ERRORS = "__streams.errors.";

    private final Codecs codecs;
    private final TopicsConfig topics;

    Records(Codecs codecs, TopicsConfig topics) {
        this.codecs = codecs;
        this.topics = topics;
    }

    static Position position(ConsumerRecord<?, ?> record) {
        return new Position(record.topic(), record.partition(), record.offset());
    }

    /** @throws Unreadable if the registry is away */
    Input input(ConsumerRecord<byte[], byte[]> record) throws Unreadable {
        Header header = record.headers().lastHeader(Journal.HEADER);
        int number = header == null ? -1 : Inputs.number(header.value());
        return switch (codecs.frames().decode(record.value())) {
            case Decoding.Decoded<Frame>(Frame frame) -> new Input(position(record), number, isHome(record, frame),
                    new Input.Named(frame.line().value(), frame.id().value(), frame.sha256()));
            case Decoding.Undecodable<Frame> _ -> new Input(position(record), number, false, null);
            case Decoding.RegistryAway<Frame>(String detail) -> throw new Unreadable(record, detail, true);
        };
    }

    /** @throws Unreadable if the registry is away, or the record is none of the program's */
    Output output(ConsumerRecord<byte[], byte[]> record) throws Unreadable {
        if (record.topic().equals(topics.deadLetters())) {
            return deadLetter(record);
        }
        return inspection(position(record), decode(codecs.inspections(), record));
    }

    /** @throws Unreadable if the registry is away, or the record is no verdict */
    Ballot ballot(ConsumerRecord<byte[], byte[]> record) throws Unreadable {
        return new Ballot(position(record), decode(codecs.verdicts(), record));
    }

    /** @throws Unreadable if the registry is away, or the record is none of the program's */
    Reviewed reviewed(ConsumerRecord<byte[], byte[]> record) throws Unreadable {
        return decode(codecs.reviewed(), record);
    }

    /** @throws Unreadable if the registry is away, or the record is none of the program's */
    Stamped<LineThresholds> thresholds(ConsumerRecord<byte[], byte[]> record) throws Unreadable {
        return stamped(codecs.thresholds(), record);
    }

    /** @throws Unreadable if the registry is away, or the record is none of the program's */
    Stamped<ThresholdChange> change(ConsumerRecord<byte[], byte[]> record) throws Unreadable {
        return stamped(codecs.thresholdChanges(), record);
    }

    private static <T> Stamped<T> stamped(Codec<T> codec, ConsumerRecord<byte[], byte[]> record) throws Unreadable {
        return new Stamped<>(Instant.ofEpochMilli(record.timestamp()), decode(codec, record));
    }

    private static <T> T decode(Codec<T> codec, ConsumerRecord<byte[], byte[]> record) throws Unreadable {
        return switch (codec.decode(record.value())) {
            case Decoding.Decoded<T>(T value) -> value;
            case Decoding.Undecodable<T> broken -> throw new Unreadable(record, broken.message(), false);
            case Decoding.RegistryAway<T>(String detail) -> throw new Unreadable(record, detail, true);
        };
    }

    private static Output inspection(Position at, Inspection inspection) {
        Kind kind = inspection.purpose() == Purpose.AUDIT
                ? Kind.AUDIT_COPY
                : inspection.decision().route() == Route.ACCEPTED ? Kind.ACCEPTED : Kind.HELD;
        FrameId id = inspection.frame().frameId();
        return new Output(at, kind, inspection.image().position(), inspection.line().value(),
                id == null ? null : id.value(), inspection.lineSequence(), inspection.decision().reason(),
                inspection.samples().size(), inspection.applied(), inspection.id(), inspection.decision().result(),
                inspection.times().received().toEpochMilli(), inspection.times().decided().toEpochMilli());
    }

    private Output deadLetter(ConsumerRecord<byte[], byte[]> record) throws Unreadable {
        try {
            Position source = new Position(header(record, "topic"), Integer.parseInt(header(record, "partition")),
                    Long.parseLong(header(record, "offset")));
            Kind kind = source.topic().equals(topics.verdicts()) ? Kind.DEAD_VERDICT : Kind.DEAD_LETTER;
            return new Output(position(record), kind, source, "", null, null, null, 0, null, null, null,
                    record.timestamp(), record.timestamp());
        } catch (NumberFormatException e) {
            throw new Unreadable(record, e.toString(), false);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) throws Unreadable {
        Header header = record.headers().lastHeader(ERRORS + name);
        if (header == null) {
            throw new Unreadable(record, "it has no header " + ERRORS + name, false);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private boolean isHome(ConsumerRecord<byte[], byte[]> record, Frame frame) {
        byte[] key = record.key();
        return key != null && Arrays.equals(key, frame.line().value().getBytes(StandardCharsets.UTF_8))
                && Utils.toPositive(Utils.murmur2(key)) % topics.partitions() == record.partition();
    }
}

package dev.andon.topology.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

import dev.andon.avro.GeneratedModel;
import dev.andon.schema.Inspected;
import dev.andon.schema.Opinion;
import dev.andon.schema.Reviewed;
import dev.andon.schema.state.EarlyVerdict;
import dev.andon.schema.state.Evidence;
import dev.andon.schema.state.InFlight;
import dev.andon.schema.state.KeptSample;
import dev.andon.schema.state.LastInspected;
import dev.andon.schema.state.Learnt;
import dev.andon.schema.state.LineSpend;
import dev.andon.schema.state.LineState;
import dev.andon.schema.state.OpenReview;
import dev.andon.schema.state.PendingPolicy;
import dev.andon.schema.state.PendingThresholds;
import dev.andon.schema.state.Promised;
import dev.andon.schema.state.RecipeLessons;
import dev.andon.schema.state.RecipeThreshold;
import dev.andon.schema.state.Rule;
import dev.andon.schema.state.SceneSample;
import dev.andon.schema.state.SeenFrame;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Avro's single-object encoding: values name their schema by fingerprint and need no registry, so that state can be
 * read while the registry is away. Every earlier schema is known, see {@link StateHistory}. Any thread.
 *
 * @param <T> a generated class
 */
final class StateCodec<T> {

    static final StateCodec<InFlight> IN_FLIGHT = new StateCodec<>(InFlight.getClassSchema());
    static final StateCodec<LineState> LINE_STATE = new StateCodec<>(LineState.getClassSchema());
    static final StateCodec<SeenFrame> SEEN_FRAME = new StateCodec<>(SeenFrame.getClassSchema());
    static final StateCodec<LineSpend> LINE_SPEND = new StateCodec<>(LineSpend.getClassSchema());
    static final StateCodec<LastInspected> LAST_INSPECTED = new StateCodec<>(LastInspected.getClassSchema());

    static final StateCodec<Reviewed> REVIEWED = new StateCodec<>(Reviewed.getClassSchema());
    static final StateCodec<OpenReview> OPEN_REVIEW = new StateCodec<>(OpenReview.getClassSchema());
    static final StateCodec<EarlyVerdict> EARLY_VERDICT = new StateCodec<>(EarlyVerdict.getClassSchema());
    static final StateCodec<RecipeLessons> LESSONS = new StateCodec<>(RecipeLessons.getClassSchema());
    static final StateCodec<Evidence> EVIDENCE = new StateCodec<>(Evidence.getClassSchema());

    private static final short MARKER = (short) 0xc301;
    private static final int HEADER = Short.BYTES + Long.BYTES;

    private final BinaryMessageEncoder<T> encoder;
    private final Map<Long, DatumReader<T>> readers = new HashMap<>();

    private StateCodec(Schema schema) {
        GeneratedModel model = GeneratedModel.of(InFlight.class, KeptSample.class, LineState.class,
                RecipeThreshold.class, PendingPolicy.class, PendingThresholds.class, SeenFrame.class,
                LastInspected.class, SceneSample.class,
                Reviewed.class, Inspected.class, Opinion.class, OpenReview.class, EarlyVerdict.class, Evidence.class,
                RecipeLessons.class, Rule.class, Learnt.class, Promised.class, LineSpend.class);
        encoder = new BinaryMessageEncoder<>(model, schema);
        for (Schema written : StateHistory.of(schema)) {
            readers.put(fingerprint(written), new SpecificDatumReader<>(written, schema, model));
        }
        readers.put(fingerprint(schema), new SpecificDatumReader<>(schema, schema, model));
    }

    byte[] encode(T value) {
        try {
            ByteBuffer buffer = encoder.encode(value);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a value. Lengths in it are compared with the bytes that are left before anything is allocated by them.
     *
     * @throws UnusableStateException if the value was written by a version of this program that is not known here, or is
     *                                damaged
     */
    T decode(byte[] bytes) {
        try {
            DatumReader<T> reader = reader(bytes);
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
            T value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new IOException("the value goes on after its end");
            }
            return value;
        } catch (MissingSchemaException e) {
            throw new UnusableStateException(
                    "the state directory or its changelog holds state of another version of this"
                            + " program (" + e.getMessage() + "): start the version that wrote it, or a newer one",
                    e);
        } catch (IOException | RuntimeException e) {
            throw new UnusableStateException("the state directory or its changelog is damaged (" + e
                    + "): delete the state directory; where that does not help, the changelog holds the damage", e);
        }
    }

    private DatumReader<T> reader(byte[] bytes) throws IOException {
        if (bytes.length < HEADER || ByteBuffer.wrap(bytes).getShort() != MARKER) {
            throw new IOException("no value of Avro's single-object encoding: " + bytes.length + " bytes");
        }
        long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(Short.BYTES);
        DatumReader<T> reader = readers.get(fingerprint);
        if (reader == null) {
            throw new MissingSchemaException("schema fingerprint " + Long.toHexString(fingerprint));
        }
        return reader;
    }

    private static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    /** The same for a store, where null stands for a deletion. */
    Serde<T> serde() {
        return Serdes.serdeFrom((topic, value) -> encodeNullable(value), (topic, bytes) -> decodeNullable(bytes));
    }

    @SuppressWarnings("NullAway") // a serde gives null for null, which its type does not say
    private byte[] encodeNullable(@Nullable T value) {
        return value == null ? null : encode(value);
    }

    @SuppressWarnings("NullAway")
    private T decodeNullable(byte @Nullable [] bytes) {
        return bytes == null ? null : decode(bytes);
    }
}

package dev.andon.topology.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

import dev.andon.avro.GeneratedModel;
import dev.andon.schema.state.InFlight;
import dev.andon.schema.state.KeptSample;
import dev.andon.schema.state.LineState;
import dev.andon.schema.state.PendingPolicy;
import dev.andon.schema.state.RecipeThreshold;
import dev.andon.schema.state.SeenFrame;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
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

    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    private StateCodec(Schema schema) {
        GeneratedModel model = GeneratedModel.of(InFlight.class, KeptSample.class, LineState.class,
                RecipeThreshold.class, PendingPolicy.class, SeenFrame.class);
        encoder = new BinaryMessageEncoder<>(model, schema);
        decoder = new BinaryMessageDecoder<>(model, schema);
        StateHistory.of(schema.getName()).forEach(decoder::addSchema);
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

    /** @throws IllegalStateException if the value was written by a version of this program that is not known here */
    T decode(byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (MissingSchemaException e) {
            throw new IllegalStateException(
                    "the state directory or its changelog holds state of another version of this"
                            + " program (" + e.getMessage() + "): start the version that wrote it, or a newer one",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

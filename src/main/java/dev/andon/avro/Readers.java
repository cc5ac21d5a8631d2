package dev.andon.avro;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads values by the schema whose id they carry; each schema is fetched once. Any thread.
 *
 * <p>Avro compares every length in the bytes with the bytes that are left before it allocates anything. It reckons the
 * elements of arrays by our schema, not by the writer's: an array of older, shorter elements is refused where all of them
 * together are shorter than so many empty elements of ours. Ours grow by a byte per nullable field, so real ones are not.
 *
 * @param <R> what is read
 */
final class Readers<R> {

    private final SchemaRegistry registry;
    private final Function<Schema, DatumReader<R>> newReader;
    private final Map<Integer, DatumReader<R>> byId = new ConcurrentHashMap<>();

    /**
     * Reads with what is made of each writer schema.
     *
     * @param newReader reader for values of a writer schema
     */
    Readers(SchemaRegistry registry, Function<Schema, DatumReader<R>> newReader) {
        this.registry = registry;
        this.newReader = newReader;
    }

    Decoding<R> read(byte @Nullable [] value) {
        try {
            byte[] bytes = WireFormat.checked(value);
            int id = WireFormat.id(bytes);
            DatumReader<R> known = byId.get(id);
            return known == null ? fetchAndRead(id, bytes) : new Decoding.Decoded<>(read(known, bytes));
        } catch (MalformedRecordException e) {
            return Decoding.Undecodable.because(e);
        }
    }

    private Decoding<R> fetchAndRead(int id, byte[] bytes) throws MalformedRecordException {
        return switch (registry.byId(id)) {
            case Answer.Found<Schema>(Schema writer) -> {
                DatumReader<R> reader = newReader.apply(writer);
                R record = read(reader, bytes);
                byId.put(id, reader);
                yield new Decoding.Decoded<>(record);
            }
            case Answer.Absent<Schema>(String detail) ->
                throw new MalformedRecordException("schema id " + id + " is not in the registry: " + detail);
            case Answer.Refused<Schema>(String detail) ->
                throw new MalformedRecordException("schema id " + id + " cannot be used: " + detail);
            case Answer.Away<Schema>(String detail) -> new Decoding.RegistryAway<>(detail);
        };
    }

    private static <R> R read(DatumReader<R> reader, byte[] bytes) throws MalformedRecordException {
        try {
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, WireFormat.HEADER,
                    bytes.length - WireFormat.HEADER, null);
            R record = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new MalformedRecordException("the value goes on after the end of its record");
            }
            return record;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new MalformedRecordException("not a record of schema id " + WireFormat.id(bytes) + ": " + e, e);
        }
    }
}

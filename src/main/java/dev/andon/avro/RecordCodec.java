package dev.andon.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A codec by way of a generated class. Any thread. */
final class RecordCodec<R extends SpecificRecord, T> implements Codec<T> {

    private static final int NOT_PREPARED = -1;

    private final Mapper<R, T> mapper;
    private final Readers<R> readers;
    private final DatumWriter<R> writer;
    private volatile int writtenId = NOT_PREPARED;

    RecordCodec(SchemaRegistry registry, Mapper<R, T> mapper) {
        this.mapper = mapper;
        readers = new Readers<>(registry, written -> new SpecificDatumReader<>(written, mapper.generatedSchema(),
                GeneratedModel.TOPICS));
        writer = new SpecificDatumWriter<>(mapper.generatedSchema(), GeneratedModel.TOPICS);
    }

    Mapper<R, T> mapper() {
        return mapper;
    }

    /** The id to write from now on. */
    void prepared(int id) {
        writtenId = id;
    }

    @Override
    public Decoding<T> decode(byte @Nullable [] bytes) {
        return switch (readers.read(bytes)) {
            case Decoding.Decoded<R>(R record) -> toCore(record);
            case Decoding.Undecodable<R>(String type, String message, String trace) ->
                new Decoding.Undecodable<>(type, message, trace);
            case Decoding.RegistryAway<R>(String detail) -> new Decoding.RegistryAway<>(detail);
        };
    }

    @Override
    public byte[] encode(T value) {
        int id = writtenId;
        if (id == NOT_PREPARED) {
            throw new IllegalStateException(
                    "the schema " + mapper.schema().getName() + " was not prepared for writing");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(WireFormat.header(id));
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            writer.write(mapper.toAvro(value), encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private Decoding<T> toCore(R record) {
        try {
            return new Decoding.Decoded<>(mapper.toCore(record));
        } catch (MalformedRecordException e) {
            return Decoding.Undecodable.because(e);
        }
    }
}

package dev.andon.avro;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.apache.avro.generic.GenericDatumReader;
import org.jspecify.annotations.Nullable;

/**
 * Any value in the wire format as one line of JSON, by the schema that it was written with: instants in ISO 8601, bytes
 * as their number. For people, not for reading back. Any thread.
 */
public final class AvroJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Readers<Object> readers;

    AvroJson(SchemaRegistry registry) {
        readers = new Readers<>(registry, GenericDatumReader::new);
    }

    /** Reads and renders a value. */
    public Decoding<String> render(byte @Nullable [] value) {
        return switch (readers.read(value)) {
            case Decoding.Decoded<Object>(Object datum) -> new Decoding.Decoded<>(text(datum));
            case Decoding.Undecodable<Object>(String type, String message, String trace) ->
                new Decoding.Undecodable<>(type, message, trace);
            case Decoding.RegistryAway<Object>(String detail) -> new Decoding.RegistryAway<>(detail);
        };
    }

    private static String text(Object datum) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            new DatumPrinter(json).print(datum);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }
}

package dev.andon.avro;

import java.io.IOException;
import java.io.StringWriter;

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
            case Decoding.Decoded<Object>(Object datum) -> text(datum);
            case Decoding.Undecodable<Object>(String type, String message, String trace) ->
                new Decoding.Undecodable<>(type, message, trace);
            case Decoding.RegistryAway<Object>(String detail) -> new Decoding.RegistryAway<>(detail);
        };
    }

    /** A datum can nest deeper than JSON may. */
    private static Decoding<String> text(Object datum) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            new DatumPrinter(json).print(datum);
        } catch (IOException e) {
            return Decoding.Undecodable.because(e);
        }
        return new Decoding.Decoded<>(text.toString());
    }
}

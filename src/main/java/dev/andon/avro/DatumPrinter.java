package dev.andon.avro;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Prints generic Avro data as JSON. One thread. */
final class DatumPrinter {

    private final JsonGenerator json;

    DatumPrinter(JsonGenerator json) {
        this.json = json;
    }

    void print(@Nullable Object datum) throws IOException {
        switch (datum) {
            case null -> json.writeNull();
            case IndexedRecord entry -> printRecord(entry);
            case Map<?, ?> map -> printMap(map);
            case Collection<?> items -> printArray(items);
            case ByteBuffer bytes -> json.writeString(bytes.remaining() + " bytes");
            case GenericFixed bytes -> json.writeString(bytes.bytes().length + " bytes");
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Float number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean value -> json.writeBoolean(value);
            default -> json.writeString(datum.toString());
        }
    }

    private void printRecord(IndexedRecord entry) throws IOException {
        json.writeStartObject();
        for (Schema.Field field : entry.getSchema().getFields()) {
            Object value = entry.get(field.pos());
            json.writeFieldName(field.name());
            print(value instanceof Long millis && isTimestamp(field.schema()) ? Instant.ofEpochMilli(millis) : value);
        }
        json.writeEndObject();
    }

    private void printMap(Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName(String.valueOf(entry.getKey()));
            print(entry.getValue());
        }
        json.writeEndObject();
    }

    private void printArray(Collection<?> items) throws IOException {
        json.writeStartArray();
        for (Object item : items) {
            print(item);
        }
        json.writeEndArray();
    }

    private static boolean isTimestamp(Schema schema) {
        return schema.getType() == Schema.Type.UNION
                ? schema.getTypes().stream().anyMatch(DatumPrinter::isTimestamp)
                : schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
    }
}

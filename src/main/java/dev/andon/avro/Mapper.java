package dev.andon.avro;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Between a generated class and a core type. Any thread.
 *
 * @param <R> the generated class
 * @param <T> the core type
 */
interface Mapper<R extends SpecificRecord, T> {

    /** The schema that is registered. */
    Schema schema();

    /** The schema of the generated class: the same, with marks of the code generator. */
    Schema generatedSchema();

    /**
     * Reads a record.
     *
     * @throws MalformedRecordException if it has no meaning in the core
     */
    T toCore(R record) throws MalformedRecordException;

    R toAvro(T value);
}

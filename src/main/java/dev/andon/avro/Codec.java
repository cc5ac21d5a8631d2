package dev.andon.avro;

import org.jspecify.annotations.Nullable;

/**
 * Between values and the bytes of records. Any thread.
 *
 * @param <T> the core type
 */
public interface Codec<T> {

    /**
     * Reads a record. Asks the registry for schemas that it has not met yet, at most for the client's timeout.
     *
     * @param bytes value of a record; null for a tombstone
     */
    Decoding<T> decode(byte @Nullable [] bytes);

    /**
     * Writes a record, without the registry. Instants are cut to milliseconds.
     *
     * @throws IllegalStateException if the schema was not prepared, see {@link Codecs#prepare}
     */
    byte[] encode(T value);
}

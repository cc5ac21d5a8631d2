package dev.andon.avro;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * Confluent's wire format: a zero byte, the schema id as four bytes in big-endian order, then Avro binary.
 */
final class WireFormat {

    static final int HEADER = 1 + Integer.BYTES;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    /** The header for a schema id. */
    static byte[] header(int id) {
        return ByteBuffer.allocate(HEADER).put(MAGIC).putInt(id).array();
    }

    /**
     * Checks the header and gives back the same bytes.
     *
     * @throws MalformedRecordException if there is none
     */
    static byte[] checked(byte @Nullable [] bytes) throws MalformedRecordException {
        if (bytes == null) {
            throw new MalformedRecordException("the record has no value (a tombstone)");
        }
        if (bytes.length < HEADER) {
            throw new MalformedRecordException("the value has " + bytes.length
                    + " bytes; the header with the schema id alone takes " + HEADER);
        }
        if (bytes[0] != MAGIC) {
            throw new MalformedRecordException("the value starts with byte " + (bytes[0] & 0xff)
                    + ", not with 0: it is not in Confluent's wire format");
        }
        return bytes;
    }

    /** The schema id in checked bytes. */
    static int id(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt(1);
    }
}

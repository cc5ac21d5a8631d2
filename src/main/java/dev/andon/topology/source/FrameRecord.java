package dev.andon.topology.source;

import java.util.zip.CRC32C;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The record of a frame as it stands in its topic. Compared by identity; any thread, by agreement that nobody writes to
 * the arrays.
 */
public final class FrameRecord {

    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final Headers headers;

    public FrameRecord(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        this.key = key;
        this.value = value;
        this.headers = headers;
    }

    public byte @Nullable [] key() {
        return key;
    }

    public byte @Nullable [] value() {
        return value;
    }

    public Headers headers() {
        return headers;
    }

    /** Bytes of the value; 0 where there is none. */
    public int size() {
        return value == null ? 0 : value.length;
    }

    /** CRC-32C of the value; that of no bytes where there is none. */
    public long crc() {
        CRC32C crc = new CRC32C();
        if (value != null) {
            crc.update(value);
        }
        return crc.getValue();
    }
}

package dev.andon.topology.state;

import java.nio.ByteBuffer;

/** Bytes within state. Pure functions. */
public final class RawBytes {

    private RawBytes() {}

    /** A copy of bytes that others go on reading. */
    public static byte[] copy(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}

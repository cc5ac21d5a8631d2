package dev.andon.images;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The chunks of a PNG (ISO/IEC 15948, clause 5). Pure functions. */
final class PngChunks {

    static final int SIGNATURE = 8;

    static final String EXIF = "eXIf";
    static final String LAST = "IEND";

    /** Length and type; a checksum of 4 bytes stands behind the data. */
    private static final int HEAD = 8;
    private static final int CHECKSUM = 4;

    private PngChunks() {}

    /** Is shown one chunk after the other. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Looks at one.
         *
         * @throws Unusable if it must not be there
         */
        void see(Chunk chunk) throws Unusable;
    }

    /** One chunk, with its length and checksum. Immutable. */
    static final class Chunk {

        private final byte[] png;
        private final int from;
        private final int to;

        private Chunk(byte[] png, int from, int to) {
            this.png = png;
            this.from = from;
            this.to = to;
        }

        void writeTo(ByteArrayOutputStream bytes) {
            bytes.write(png, from, to - from);
        }

        String type() {
            return new String(png, from + Integer.BYTES, Integer.BYTES, StandardCharsets.ISO_8859_1);
        }

        /** Whether no decoder can do without it: its type begins with a capital. */
        boolean isCritical() {
            return (png[from + Integer.BYTES] & 0x20) == 0;
        }

        boolean isExif() {
            return type().equals(EXIF);
        }

        ByteBuffer data() {
            return ByteBuffer.wrap(png, from + HEAD, to - from - HEAD - CHECKSUM);
        }

        /** Whether the checksum is right. */
        boolean isWhole() {
            return ByteBuffer.wrap(png).getInt(to - CHECKSUM) == checksum(png, from + Integer.BYTES, to - CHECKSUM);
        }
    }

    /** A chunk of this type. */
    static byte[] of(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(HEAD + data.length + CHECKSUM).putInt(data.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1)).put(data);
        return chunk.putInt(checksum(chunk.array(), Integer.BYTES, HEAD + data.length)).array();
    }

    /**
     * Shows all chunks up to the last.
     *
     * @throws Unusable if a chunk is longer than what is left, the last is missing, or the visitor throws it
     */
    static void walk(byte[] png, Visitor visitor) throws Unusable {
        int from = SIGNATURE;
        Chunk chunk;
        do {
            int room = png.length - from - HEAD - CHECKSUM;
            int length = room < 0 ? -1 : ByteBuffer.wrap(png).getInt(from);
            if (length < 0 || length > room) {
                throw new Unusable("the PNG is damaged: it is cut off, or a chunk is longer than what is left");
            }
            chunk = new Chunk(png, from, from + HEAD + length + CHECKSUM);
            visitor.see(chunk);
            from = chunk.to;
        } while (!chunk.type().equals(LAST));
    }

    private static int checksum(byte[] png, int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(png, from, to - from);
        return (int) crc.getValue();
    }
}

package dev.andon.images;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** What can be told of a PNG from its chunks alone (ISO/IEC 15948, clause 5), before a decoder gets it. */
final class PngStructure {

    /** Several times what encoders write into 20 MB; the decoder makes a stream of each. */
    static final int MAX_CHUNKS = 10_000;

    private static final int SIGNATURE = 8;
    /** Length, type and checksum. */
    private static final int FRAME = 12;

    private PngStructure() {}

    /** @throws Unusable if it is cut off, damaged, an animation, or made of chunks without bound */
    static void check(byte[] png) throws Unusable {
        ByteBuffer rest = ByteBuffer.wrap(png, SIGNATURE, png.length - SIGNATURE);
        for (int chunks = 0; chunks < MAX_CHUNKS; chunks++) {
            switch (next(png, rest)) {
                case "IEND" -> {
                    return;
                }
                case "acTL" -> throw new Unusable("the PNG is an animation: a frame is one image");
                default -> {
                }
            }
        }
        throw new Unusable("the PNG has more than " + MAX_CHUNKS + " chunks");
    }

    /** The type of the next chunk, which {@code rest} passes over. */
    private static String next(byte[] png, ByteBuffer rest) throws Unusable {
        int length = rest.remaining() < FRAME ? -1 : rest.getInt();
        if (length < 0 || length > rest.remaining() - (FRAME - Integer.BYTES)) {
            throw new Unusable("the PNG is damaged: it is cut off, or a chunk is longer than what is left");
        }
        String type = new String(png, rest.position(), Integer.BYTES, StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(png, rest.position(), Integer.BYTES + length);
        rest.position(rest.position() + Integer.BYTES + length);
        if (rest.getInt() != (int) crc.getValue()) {
            throw new Unusable("the PNG is damaged: the checksum of a chunk is wrong");
        }
        return type;
    }
}

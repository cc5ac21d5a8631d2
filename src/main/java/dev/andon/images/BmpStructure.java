package dev.andon.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What can be told of a BMP from its header alone. */
final class BmpStructure {

    private static final int HEADER_SIZE = 14;
    private static final int COMPRESSION = 30;
    /** Of the first header that has a compression. */
    private static final int WITH_COMPRESSION = 40;
    /** None, run lengths of 8 and of 4 bits, and bit masks; behind them come whole JPEG and PNG images. */
    private static final int LAST_OF_ITS_OWN = 3;

    private BmpStructure() {}

    /** @throws Unusable if it holds an image of another format, whose size its header does not say */
    static void check(byte[] bmp) throws Unusable {
        ByteBuffer header = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);
        if (bmp.length < COMPRESSION + Integer.BYTES || header.getInt(HEADER_SIZE) < WITH_COMPRESSION) {
            return;
        }
        int compression = header.getInt(COMPRESSION);
        if (compression < 0 || compression > LAST_OF_ITS_OWN) {
            throw new Unusable("the BMP has compression " + compression + "; 0 to " + LAST_OF_ITS_OWN
                    + " can be read, no JPEG or PNG within a BMP");
        }
    }
}

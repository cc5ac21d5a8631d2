package dev.andon.images;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How an image has to be turned to stand upright, by the EXIF tag of that name (CIPA DC-008, 4.6.5): most programs that
 * show images do so, while decoders do not.
 *
 * @param value 1 (as it is) to 8
 */
record Orientation(int value) {

    private static final Orientation UPRIGHT = new Orientation(1);

    private static final int START_OF_IMAGE = 0xffd8;
    private static final int START_OF_SCAN = 0xffda;
    private static final int APP1 = 0xffe1;

    /** Bytes from the marker of an EXIF segment to its TIFF header, from which offsets count. */
    private static final int TIFF = 10;

    /** Bytes of an entry of a TIFF directory. */
    private static final int ENTRY = 12;
    private static final int TAG = 0x0112;

    /** What an encoded image says; upright where it is no JPEG or says nothing that is known. */
    static Orientation of(byte[] image) {
        ByteBuffer jpeg = ByteBuffer.wrap(image);
        if (word(jpeg, 0) != START_OF_IMAGE) {
            return UPRIGHT;
        }
        int at = 2;
        while (word(jpeg, at) > 0xff00 && word(jpeg, at) != START_OF_SCAN) {
            int length = Math.max(2, word(jpeg, at + 2));
            if (word(jpeg, at) == APP1 && word(jpeg, at + 4) == ('E' << 8 | 'x')
                    && word(jpeg, at + 6) == ('i' << 8 | 'f')) {
                int start = Math.min(image.length, at + TIFF);
                return ofTiff(jpeg.slice(start, image.length - start));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static Orientation ofTiff(ByteBuffer tiff) {
        boolean littleEndian = word(tiff, 0) == ('I' << 8 | 'I');
        tiff.order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = word(tiff, littleEndian ? 4 : 6);
        for (int i = 0; i < word(tiff, directory); i++) {
            int entry = directory + 2 + i * ENTRY;
            if (word(tiff, entry) == TAG) {
                int value = word(tiff, entry + 8);
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Two bytes as a number; 0 beyond the end. */
    private static int word(ByteBuffer bytes, int at) {
        return at + 1 < bytes.limit() ? bytes.getShort(at) & 0xffff : 0;
    }

    /** The image as it is to be shown. */
    BufferedImage upright(BufferedImage image) {
        if (value == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage turned = new BufferedImage(isOnItsSide() ? height : width, isOnItsSide() ? width : height,
                image.getType());
        Object pixel = null;
        for (int y = 0; y < turned.getHeight(); y++) {
            for (int x = 0; x < turned.getWidth(); x++) {
                int column = isOnItsSide() ? y : x;
                int row = isOnItsSide() ? x : y;
                pixel = image.getRaster().getDataElements(fromTheRight() ? width - 1 - column : column,
                        fromBelow() ? height - 1 - row : row, pixel);
                turned.getRaster().setDataElements(x, y, pixel);
            }
        }
        return turned;
    }

    private boolean isOnItsSide() {
        return value >= 5;
    }

    private boolean fromTheRight() {
        return value == 2 || value == 3 || value == 7 || value == 8;
    }

    private boolean fromBelow() {
        return value == 3 || value == 4 || value == 6 || value == 7;
    }
}

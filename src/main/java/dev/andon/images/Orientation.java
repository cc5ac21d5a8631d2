package dev.andon.images;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import net.coobird.thumbnailator.util.exif.ExifFilterUtils;

/**
 * How an image has to be turned to stand upright, as its EXIF states (CIPA DC-008, tag 0x0112).
 *
 * @param tag 1 (upright) to 8
 */
record Orientation(int tag) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int LAST = 8;

    private static final int TIFF_HEADER = 8;
    private static final int MAGIC = 42;
    private static final int ENTRY = 12;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    /** Of an image; upright where nothing says so, or it cannot be read. */
    static Orientation of(byte[] image, ImageFormat format) {
        List<Orientation> found = new ArrayList<>();
        try {
            switch (format) {
                case JPEG -> JpegSegments.walk(image, segment -> {
                    if (segment.isExif()) {
                        found.add(ofTiff(segment.exif()));
                    }
                });
                case PNG -> PngChunks.walk(image, chunk -> {
                    if (chunk.isExif()) {
                        found.add(ofTiff(chunk.data()));
                    }
                });
                case GIF, BMP -> {
                }
            }
        } catch (Unusable e) {
            // Whoever decodes it says so.
        }
        return found.isEmpty() ? UPRIGHT : found.getFirst();
    }

    /** Of the TIFF file that EXIF is. */
    static Orientation ofTiff(ByteBuffer tiff) {
        ByteBuffer file = tiff.slice();
        if (file.remaining() < TIFF_HEADER) {
            return UPRIGHT;
        }
        file.order(file.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = file.getInt(Integer.BYTES);
        if (file.getShort(Short.BYTES) != MAGIC || directory < TIFF_HEADER
                || directory > file.limit() - Short.BYTES) {
            return UPRIGHT;
        }
        int entries = Short.toUnsignedInt(file.getShort(directory));
        int first = directory + Short.BYTES;
        for (int at = first; at < first + ENTRY * entries && at <= file.limit() - ENTRY; at += ENTRY) {
            if (file.getShort(at) == TAG) {
                return file.getShort(at + Short.BYTES) == SHORT ? of(file.getShort(at + TIFF_HEADER)) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static Orientation of(int tag) {
        return tag >= 1 && tag <= LAST ? new Orientation(tag) : UPRIGHT;
    }

    boolean isUpright() {
        return tag == 1;
    }

    /** A TIFF file that says this and nothing else. */
    byte[] tiff() {
        return ByteBuffer.allocate(TIFF_HEADER + Short.BYTES + ENTRY + Integer.BYTES).put(new byte[]{'M', 'M'})
                .putShort((short) MAGIC).putInt(TIFF_HEADER).putShort((short) 1)
                .putShort((short) TAG).putShort((short) SHORT).putInt(1).putShort((short) tag).array();
    }

    /** An image of 8 bits, turned upright. */
    BufferedImage upright(BufferedImage image) {
        return isUpright()
                ? image
                : ExifFilterUtils.getFilterForOrientation(
                        net.coobird.thumbnailator.util.exif.Orientation.typeOf(tag)).apply(image);
    }
}

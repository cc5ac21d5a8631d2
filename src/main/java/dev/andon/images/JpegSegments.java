package dev.andon.images;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The segments of a JPEG (ITU-T T.81, annex B), scans and what stands behind them included. Pure functions. */
final class JpegSegments {

    static final int APP0 = 0xe0;
    static final int APP1 = 0xe1;
    static final int APP2 = 0xe2;
    static final int APP14 = 0xee;
    static final int APP15 = 0xef;
    static final int COMMENT = 0xfe;
    static final int START_OF_SCAN = 0xda;

    private static final int MARKER = 0xff;
    private static final int END_OF_IMAGE = 0xd9;
    private static final String EXIF = "Exif\0\0";

    /** Marker and length. */
    private static final int HEAD = 4;

    private JpegSegments() {}

    /** Is shown one segment after the other. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Looks at one.
         *
         * @throws Unusable if it must not be there
         */
        void see(Segment segment) throws Unusable;
    }

    /** One segment; of a scan with the data behind it. Immutable. */
    static final class Segment {

        private final byte[] jpeg;
        private final int marker;
        private final int from;
        private final int to;

        private Segment(byte[] jpeg, int marker, int from, int to) {
            this.jpeg = jpeg;
            this.marker = marker;
            this.from = from;
            this.to = to;
        }

        int marker() {
            return marker;
        }

        void writeTo(ByteArrayOutputStream bytes) {
            bytes.write(jpeg, from, to - from);
        }

        /** Whether what it holds begins so. */
        boolean begins(String text) {
            byte[] start = text.getBytes(StandardCharsets.US_ASCII);
            return to - from >= HEAD + start.length && new String(jpeg, from + HEAD, start.length,
                    StandardCharsets.ISO_8859_1).equals(text);
        }

        boolean isExif() {
            return marker == APP1 && begins(EXIF);
        }

        /** Whether it is of an application, or a comment. */
        boolean isMetadata() {
            return (marker >= APP0 && marker <= APP15) || marker == COMMENT;
        }

        /** The TIFF file of a segment with EXIF. */
        ByteBuffer exif() {
            int start = from + HEAD + EXIF.length();
            return ByteBuffer.wrap(jpeg, start, to - start);
        }
    }

    /** A segment with this EXIF. */
    static byte[] ofExif(byte[] tiff) {
        return ByteBuffer.allocate(HEAD + EXIF.length() + tiff.length).put((byte) MARKER).put((byte) APP1)
                .putShort((short) (Short.BYTES + EXIF.length() + tiff.length))
                .put(EXIF.getBytes(StandardCharsets.US_ASCII)).put(tiff).array();
    }

    /**
     * Shows all segments up to the end of the image. Bytes between segments are skipped, as decoders do.
     *
     * @throws Unusable if a segment has an impossible length, the end is missing, or the visitor throws it
     */
    static void walk(byte[] jpeg, Visitor visitor) throws Unusable {
        int at = 0;
        while (at < jpeg.length - 1) {
            int marker = value(jpeg, at + 1);
            if (value(jpeg, at) != MARKER || marker == MARKER || marker == 0) {
                at++;
                continue;
            }
            int end = isAlone(marker) ? at + 2 : end(jpeg, at);
            end = marker == START_OF_SCAN ? endOfScan(jpeg, end) : end;
            visitor.see(new Segment(jpeg, marker, at, end));
            if (marker == END_OF_IMAGE) {
                return;
            }
            at = end;
        }
        throw new Unusable("the JPEG is cut off: its end marker is missing");
    }

    private static int end(byte[] jpeg, int from) throws Unusable {
        int length = from + HEAD > jpeg.length ? 0 : value(jpeg, from + 2) << 8 | value(jpeg, from + 3);
        if (length < 2 || length > jpeg.length - from - 2) {
            throw new Unusable("the JPEG is damaged: it is cut off, or a segment is longer than what is left");
        }
        return from + 2 + length;
    }

    /** Data of a scan holds no marker but RST0 to RST7 and what stands for the byte 255 (B.1.1.5). */
    private static int endOfScan(byte[] jpeg, int from) {
        for (int at = from; at < jpeg.length - 1; at++) {
            int next = value(jpeg, at + 1);
            if (value(jpeg, at) == MARKER && next != MARKER && next != 0 && !(next >= 0xd0 && next <= 0xd7)) {
                return at;
            }
        }
        return jpeg.length;
    }

    /** Markers without a segment behind them: TEM, RST0 to RST7, SOI and EOI. */
    private static boolean isAlone(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= END_OF_IMAGE);
    }

    private static int value(byte[] jpeg, int index) {
        return jpeg[index] & 0xff;
    }
}

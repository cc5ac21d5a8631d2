package dev.andon.images;

/**
 * What stands in a JPEG before its first scan (ITU-T T.81, annex B).
 *
 * @param process  type of the first start-of-frame marker, 0 to 15; −1 where there is none. 0 to 2 are baseline, extended
 *                 and progressive; a decoder for 3, lossless, keeps all samples in memory at once
 * @param pixels   width × height by the start-of-frame marker
 * @param segments up to the first scan
 * @param tables   segments with Huffman tables among them
 * @param luma     stored where it is so for sure: three components, marked as JFIF and not as Adobe's, which may be
 *                 something else
 */
record JpegHeader(int process, long pixels, int segments, int tables, Luma luma) {

    /** Several times what encoders write; a decoder keeps an object for each, and a hostile file can hold millions. */
    static final int MAX_SEGMENTS = 2_000;

    /**
     * A decoder has 8 places for Huffman tables, and a segment fills at least one; 51 KB on the heap for each segment that
     * stands before the first scan.
     */
    static final int MAX_TABLES = 64;

    private static final int MARKER = 0xff;
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int JFIF = 0xe0;
    private static final int JFIF_LENGTH = 16;
    private static final int PROFILE = 0xe2;
    private static final int ADOBE = 0xee;

    /** Bytes that are there from each marker on that is looked at: marker, length and the first of the segment. */
    private static final int LOOK = 10;

    static JpegHeader of(byte[] jpeg) {
        return new Walk(jpeg).walked();
    }

    /** Walks from segment to segment as decoders do: bytes between segments are skipped up to the next marker. */
    private static final class Walk {

        private final byte[] jpeg;
        private int process = -1;
        private long pixels;
        private int components;
        private int segments;
        private int tables;
        private boolean jfif;
        private boolean profile;
        private boolean adobe;

        Walk(byte[] jpeg) {
            this.jpeg = jpeg;
        }

        JpegHeader walked() {
            int i = 2;
            while (i <= jpeg.length - LOOK && segments <= MAX_SEGMENTS) {
                int marker = at(i + 1);
                if (at(i) != MARKER || marker == MARKER || marker == 0) {
                    i++;
                    continue;
                }
                if (marker == START_OF_SCAN) {
                    break;
                }
                look(marker, i);
                segments++;
                i += isAlone(marker) ? 2 : 2 + word(i + 2);
            }
            return new JpegHeader(process, pixels, segments, tables, luma());
        }

        private Luma luma() {
            if (components != 3 || !jfif || adobe) {
                return Luma.COMPUTED;
            }
            return profile ? Luma.STORED : Luma.ALONE;
        }

        private void look(int marker, int i) {
            if (process < 0 && isStartOfFrame(marker)) {
                process = marker & 0xf;
                pixels = (long) word(i + 5) * word(i + 7);
                components = at(i + 9);
            }
            tables += marker == HUFFMAN_TABLES ? 1 : 0;
            jfif |= marker == JFIF && word(i + 2) >= JFIF_LENGTH && isNamed("JFIF", i) && at(i + 8) == 0;
            profile |= marker == PROFILE && isNamed("ICC_", i);
            adobe |= marker == ADOBE;
        }

        /** Whether the name of the segment at i begins so. */
        private boolean isNamed(String four, int i) {
            return word(i + 4) == (four.charAt(0) << 8 | four.charAt(1))
                    && word(i + 6) == (four.charAt(2) << 8 | four.charAt(3));
        }

        private int word(int index) {
            return at(index) << 8 | at(index + 1);
        }

        private int at(int index) {
            return jpeg[index] & 0xff;
        }
    }

    /** C0 to CF but for Huffman tables, the reserved one, and arithmetic conditioning. */
    private static boolean isStartOfFrame(int marker) {
        return (marker & 0xf0) == 0xc0 && marker != HUFFMAN_TABLES && marker != 0xc8 && marker != 0xcc;
    }

    /** Markers without a segment behind them: TEM, RST0 to RST7, SOI and EOI. */
    private static boolean isAlone(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= END_OF_IMAGE);
    }
}

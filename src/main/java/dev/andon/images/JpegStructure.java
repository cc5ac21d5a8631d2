package dev.andon.images;

/**
 * What can be told of a JPEG from its markers alone (ITU-T T.81, annex B), before a decoder gets it.
 *
 * @param header   up to the first scan
 * @param scans    start-of-scan markers; a progressive image has about ten, and each makes the decoder pass over all
 *                 pixels once more
 * @param complete whether an end-of-image marker follows the last scan
 */
record JpegStructure(Header header, int scans, boolean complete) {

    /** Several times what encoders write; a hostile file can hold millions. */
    static final int MAX_SCANS = 64;

    /** Several times what encoders write; a decoder keeps an object for each, and a hostile file can hold millions. */
    static final int MAX_SEGMENTS = 2_000;

    /**
     * A decoder has 8 places for Huffman tables, and a segment fills at least one; 51 KB on the heap for each segment that
     * stands before the first scan.
     */
    static final int MAX_TABLES = 64;

    /** Passes over an image of the most pixels that several scans may cost together. */
    static final int MAX_PASSES = 4;

    /**
     * What stands before the first scan.
     *
     * @param process  type of the first start-of-frame marker, 0 to 15; −1 where there is none. 0 to 2 are baseline,
     *                 extended and progressive; a decoder for 3, lossless, keeps all samples in memory at once
     * @param pixels   width × height by the start-of-frame marker
     * @param segments up to the first scan
     * @param tables   segments with Huffman tables among them
     */
    record Header(int process, long pixels, int segments, int tables) {}

    private static final int MARKER = 0xff;
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    static JpegStructure of(byte[] jpeg) {
        int scans = 0;
        boolean complete = false;
        for (int i = 1; i < jpeg.length; i++) {
            // Entropy-coded data never holds a marker (B.1.1.5): only a thumbnail in another segment can add to these.
            if (at(jpeg, i - 1) == MARKER && at(jpeg, i) == START_OF_SCAN) {
                scans++;
                complete = false;
            } else if (at(jpeg, i - 1) == MARKER && at(jpeg, i) == END_OF_IMAGE) {
                complete = true;
            }
        }
        return new JpegStructure(header(jpeg), scans, complete);
    }

    /**
     * Passes what a decoder can be given.
     *
     * @param maxPixels of one image
     * @throws Unusable if the image is cut off, or would cost the decoder time or memory without bound
     */
    void check(long maxPixels) throws Unusable {
        if (header.segments > MAX_SEGMENTS) {
            throw new Unusable("the JPEG has more than " + MAX_SEGMENTS + " segments before its first scan");
        }
        if (header.tables > MAX_TABLES) {
            throw new Unusable("the JPEG has more than " + MAX_TABLES + " segments of Huffman tables");
        }
        if (scans > MAX_SCANS) {
            throw new Unusable("the JPEG has " + scans + " scans, at most " + MAX_SCANS + " are decoded");
        }
        if (!complete) {
            throw new Unusable("the JPEG is cut off: its end marker is missing");
        }
        if (header.process < 0 || header.process > 2) {
            throw new Unusable("the JPEG is " + (header.process == 3 ? "lossless" : "of process " + header.process)
                    + "; baseline, extended and progressive ones can be read");
        }
        checkPasses(maxPixels);
    }

    /**
     * A decoder keeps all coefficients of an image of several scans, 2 bytes each of up to 4 per pixel, outside of the
     * heap: for half of the pixels that is as much as for all of them decoded.
     */
    private void checkPasses(long maxPixels) throws Unusable {
        boolean tooLarge = header.pixels > maxPixels / 2 || header.pixels * scans > MAX_PASSES * maxPixels;
        if (scans > 1 && header.pixels <= maxPixels && tooLarge) {
            throw new Unusable("the JPEG has " + header.pixels + " pixels in " + scans + " scans, at most "
                    + Math.min(maxPixels / 2, MAX_PASSES * maxPixels / scans)
                    + " are decoded so: raise images.maxPixels or send baseline images");
        }
    }

    /** Walks from segment to segment as decoders do: bytes between segments are skipped up to the next marker. */
    private static Header header(byte[] jpeg) {
        int process = -1;
        long pixels = 0;
        int segments = 0;
        int tables = 0;
        int i = 2;
        while (i < jpeg.length - 8 && segments <= MAX_SEGMENTS) {
            int marker = at(jpeg, i + 1);
            if (at(jpeg, i) != MARKER || marker == MARKER || marker == 0) {
                i++;
                continue;
            }
            if (marker == START_OF_SCAN) {
                break;
            }
            if (process < 0 && isStartOfFrame(marker)) {
                process = marker & 0xf;
                pixels = (long) word(jpeg, i + 5) * word(jpeg, i + 7);
            }
            segments++;
            tables += marker == HUFFMAN_TABLES ? 1 : 0;
            i += isAlone(marker) ? 2 : 2 + word(jpeg, i + 2);
        }
        return new Header(process, pixels, segments, tables);
    }

    /** C0 to CF but for Huffman tables, the reserved one, and arithmetic conditioning. */
    private static boolean isStartOfFrame(int marker) {
        return (marker & 0xf0) == 0xc0 && marker != HUFFMAN_TABLES && marker != 0xc8 && marker != 0xcc;
    }

    /** Markers without a segment behind them: TEM, RST0 to RST7, SOI and EOI. */
    private static boolean isAlone(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= END_OF_IMAGE);
    }

    private static int word(byte[] jpeg, int index) {
        return (at(jpeg, index) << 8) | at(jpeg, index + 1);
    }

    private static int at(byte[] jpeg, int index) {
        return jpeg[index] & 0xff;
    }
}

package dev.andon.images;

/**
 * What can be told of a JPEG from its markers alone (ITU-T T.81, annex B), before a decoder gets it.
 *
 * @param process  type of the first start-of-frame marker, 0 to 15; −1 where there is none. 0 to 2 are baseline,
 *                 extended and progressive; a decoder for 3, lossless, keeps all samples in memory at once
 * @param scans    start-of-scan markers; a progressive image has about ten, and each makes the decoder pass over all
 *                 pixels once more
 * @param complete whether an end-of-image marker follows the last scan
 */
record JpegStructure(int process, int scans, boolean complete) {

    /** Several times what encoders write; a hostile file can hold millions. */
    static final int MAX_SCANS = 64;

    private static final int MARKER = 0xff;
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
        return new JpegStructure(process(jpeg), scans, complete);
    }

    /** @throws Unusable if the image is cut off, or would cost the decoder time or memory without bound */
    void check() throws Unusable {
        if (scans > MAX_SCANS) {
            throw new Unusable("the JPEG has " + scans + " scans, at most " + MAX_SCANS + " are decoded");
        }
        if (!complete) {
            throw new Unusable("the JPEG is cut off: its end marker is missing");
        }
        if (process < 0 || process > 2) {
            throw new Unusable("the JPEG is " + (process == 3 ? "lossless" : "of process " + process)
                    + "; baseline, extended and progressive ones can be read");
        }
    }

    /** Walks from segment to segment as decoders do: bytes between segments are skipped up to the next marker. */
    private static int process(byte[] jpeg) {
        int i = 2;
        while (i < jpeg.length - 3) {
            int marker = at(jpeg, i + 1);
            if (at(jpeg, i) != MARKER || marker == MARKER || marker == 0) {
                i++;
            } else if (isStartOfFrame(marker)) {
                return marker & 0xf;
            } else if (marker == START_OF_SCAN) {
                return -1;
            } else {
                i += isAlone(marker) ? 2 : 2 + (at(jpeg, i + 2) << 8 | at(jpeg, i + 3));
            }
        }
        return -1;
    }

    /** C0 to CF but for Huffman tables, the reserved one, and arithmetic conditioning. */
    private static boolean isStartOfFrame(int marker) {
        return (marker & 0xf0) == 0xc0 && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Markers without a segment behind them: TEM, RST0 to RST7, SOI and EOI. */
    private static boolean isAlone(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= END_OF_IMAGE);
    }

    private static int at(byte[] jpeg, int index) {
        return jpeg[index] & 0xff;
    }
}

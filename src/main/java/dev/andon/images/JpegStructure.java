package dev.andon.images;

/**
 * What can be told of a JPEG from its markers alone (ITU-T T.81, annex B), before a decoder gets it.
 *
 * @param header   up to the first scan
 * @param scans    start-of-scan markers; a progressive image has about ten, and each makes the decoder pass over all
 *                 pixels once more
 * @param complete whether an end-of-image marker follows the last scan
 */
record JpegStructure(JpegHeader header, int scans, boolean complete) {

    /** Several times what encoders write; a hostile file can hold millions. */
    static final int MAX_SCANS = 64;

    /** Passes over an image of the most pixels that several scans may cost together. */
    static final int MAX_PASSES = 4;

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
        return new JpegStructure(JpegHeader.of(jpeg), scans, complete);
    }

    /**
     * Passes what a decoder can be given.
     *
     * @param maxPixels of one image
     * @throws Unusable if the image is cut off, or would cost the decoder time or memory without bound
     */
    void check(long maxPixels) throws Unusable {
        if (header.segments() > JpegHeader.MAX_SEGMENTS) {
            throw new Unusable("the JPEG has more than " + JpegHeader.MAX_SEGMENTS + " segments before its first scan");
        }
        if (header.tables() > JpegHeader.MAX_TABLES) {
            throw new Unusable("the JPEG has more than " + JpegHeader.MAX_TABLES + " segments of Huffman tables");
        }
        if (scans > MAX_SCANS) {
            throw new Unusable("the JPEG has " + scans + " scans, at most " + MAX_SCANS + " are decoded");
        }
        if (!complete) {
            throw new Unusable("the JPEG is cut off: its end marker is missing");
        }
        if (header.process() < 0 || header.process() > 2) {
            throw new Unusable("the JPEG is " + (header.process() == 3 ? "lossless" : "of process " + header.process())
                    + "; baseline, extended and progressive ones can be read");
        }
        checkPasses(maxPixels);
    }

    /**
     * A decoder keeps all coefficients of an image of several scans, 2 bytes each of up to 4 per pixel, outside of the
     * heap: for half of the pixels that is as much as for all of them decoded.
     */
    private void checkPasses(long maxPixels) throws Unusable {
        boolean tooLarge = header.pixels() > maxPixels / 2 || header.pixels() * scans > MAX_PASSES * maxPixels;
        if (scans > 1 && header.pixels() <= maxPixels && tooLarge) {
            throw new Unusable("the JPEG has " + header.pixels() + " pixels in " + scans + " scans, at most "
                    + Math.min(maxPixels / 2, MAX_PASSES * maxPixels / scans)
                    + " are decoded so: raise images.maxPixels or send baseline images");
        }
    }

    private static int at(byte[] jpeg, int index) {
        return jpeg[index] & 0xff;
    }
}

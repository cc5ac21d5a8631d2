package dev.andon.images;

/**
 * What can be told of a JPEG from its markers alone, before it is decoded. Entropy-coded data never holds the two bytes
 * of a marker (ITU-T T.81, B.1.1.5), so those that are found are real, except for thumbnails inside of other segments.
 *
 * @param scans    start-of-scan markers; a progressive image has about ten, and each makes the decoder pass over all
 *                 pixels once more
 * @param complete whether an end-of-image marker follows the last scan
 */
record JpegScans(int scans, boolean complete) {

    /** Far above what encoders write; a hostile file can hold millions. */
    static final int MAX_SCANS = 200;

    private static final byte START_OF_SCAN = (byte) 0xda;
    private static final byte END_OF_IMAGE = (byte) 0xd9;

    static JpegScans of(byte[] jpeg) {
        int scans = 0;
        boolean complete = false;
        for (int i = 1; i < jpeg.length; i++) {
            if (jpeg[i - 1] == (byte) 0xff && jpeg[i] == START_OF_SCAN) {
                scans++;
                complete = false;
            } else if (jpeg[i - 1] == (byte) 0xff && jpeg[i] == END_OF_IMAGE) {
                complete = true;
            }
        }
        return new JpegScans(scans, complete);
    }

    /** @throws Unusable if the image is cut off, or would keep the decoder busy for ever */
    void check() throws Unusable {
        if (scans > MAX_SCANS) {
            throw new Unusable("the JPEG has " + scans + " scans, at most " + MAX_SCANS + " are decoded");
        }
        if (!complete) {
            throw new Unusable("the JPEG is cut off: its end marker is missing");
        }
    }
}

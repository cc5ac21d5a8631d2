package dev.andon.images;

import dev.andon.images.PngChunks.Chunk;

/** What can be told of a PNG from its chunks alone, before a decoder gets it. One thread. */
final class PngStructure {

    /** Several times what encoders write into 20 MB; the decoder makes a stream of each. */
    static final int MAX_CHUNKS = 10_000;

    private int chunks;

    private PngStructure() {}

    /** @throws Unusable if it is cut off, damaged, an animation, or made of chunks without bound */
    static void check(byte[] png) throws Unusable {
        PngStructure structure = new PngStructure();
        PngChunks.walk(png, structure::check);
    }

    private void check(Chunk chunk) throws Unusable {
        if (++chunks > MAX_CHUNKS) {
            throw new Unusable("the PNG has more than " + MAX_CHUNKS + " chunks");
        }
        if (!chunk.isWhole()) {
            throw new Unusable("the PNG is damaged: the checksum of a chunk is wrong");
        }
        if (chunk.type().equals("acTL")) {
            throw new Unusable("the PNG is an animation: a frame is one image");
        }
    }
}

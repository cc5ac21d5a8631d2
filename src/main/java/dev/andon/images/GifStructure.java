package dev.andon.images;

import dev.andon.images.GifBlocks.Block;

/** What can be told of a GIF from its blocks alone, before a decoder gets it. One thread. */
final class GifStructure {

    private int images;

    private GifStructure() {}

    /** @throws Unusable if it holds several images, or is damaged */
    static void check(byte[] gif) throws Unusable {
        GifStructure structure = new GifStructure();
        GifBlocks.walk(gif, structure::check);
    }

    private void check(Block block) throws Unusable {
        if (block.isImage() && ++images > 1) {
            throw new Unusable("the GIF is an animation: a frame is one image");
        }
    }
}

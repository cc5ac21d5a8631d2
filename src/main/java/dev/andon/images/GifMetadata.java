package dev.andon.images;

import java.io.ByteArrayOutputStream;

import dev.andon.images.GifBlocks.Block;

/**
 * Takes metadata out of a GIF: comments, texts and whatever applications add but for how often an animation is repeated, and
 * what stands behind the end. Pure functions.
 */
final class GifMetadata {

    private static final String REPETITIONS = "NETSCAPE";

    private GifMetadata() {}

    /** @throws Unusable if it is damaged, so that nobody can tell what is metadata */
    static byte[] removed(byte[] gif) throws Unusable {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(gif.length);
        kept.write(gif, 0, GifBlocks.start(gif));
        GifBlocks.walk(gif, block -> {
            if (shapesPixels(block)) {
                block.writeTo(kept);
            }
        });
        return kept.toByteArray();
    }

    private static boolean shapesPixels(Block block) {
        return block.isImage() || block.isEnd() || block.isGraphicControl() || block.isOf(REPETITIONS);
    }
}

package dev.andon.images;

import java.io.ByteArrayOutputStream;
import java.util.Set;

import dev.andon.images.PngChunks.Chunk;

/**
 * Takes metadata out of a PNG: every chunk that a decoder can do without, but for those that say how pixels are to be shown,
 * and whatever stands behind the last one. One thread.
 */
final class PngMetadata {

    /** The last one is no picture's: a loader refuses an animation only where it sees that it is one. */
    private static final Set<String> SHAPING = Set.of("tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV",
            "cLLI", "bKGD", "hIST", "pHYs", "acTL");

    private final ByteArrayOutputStream kept;
    private boolean exifSeen;

    private PngMetadata(byte[] png) {
        kept = new ByteArrayOutputStream(png.length);
        kept.write(png, 0, PngChunks.SIGNATURE);
    }

    /** @throws Unusable if it is cut off */
    static byte[] removed(byte[] png) throws Unusable {
        PngMetadata walk = new PngMetadata(png);
        PngChunks.walk(png, walk::take);
        return walk.kept.toByteArray();
    }

    private void take(Chunk chunk) {
        if (chunk.isCritical() || SHAPING.contains(chunk.type())) {
            chunk.writeTo(kept);
        } else if (chunk.isExif() && !exifSeen) {
            exifSeen = true;
            keepOrientation(Orientation.ofTiff(chunk.data()));
        }
    }

    private void keepOrientation(Orientation orientation) {
        if (!orientation.isUpright()) {
            kept.writeBytes(PngChunks.of(PngChunks.EXIF, orientation.tiff()));
        }
    }
}

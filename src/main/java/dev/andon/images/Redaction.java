package dev.andon.images;

import java.util.List;

import dev.andon.core.frame.Area;
import dev.andon.core.frame.ImageBytes;

/**
 * Takes out of images what must not leave this process: metadata always, and what masks cover. The same image gives the same
 * bytes. Any thread; computes for a few milliseconds, with masks for some tens.
 *
 * <p>Metadata is removed without encoding anew: what says how pixels are to be shown stays, everything else goes, with
 * whatever stands behind the end of the image. Of EXIF the orientation stays where it is another than upright, since viewers
 * and models would see the picture turned without it.
 *
 * <p>With masks the image is decoded in full, turned upright, blackened, and encoded anew: JPEG as JPEG of quality
 * 0.95, anything else as PNG. Nothing of the original is left but pixels.
 *
 * @param maxPixels of an image with masks, width × height, inclusive
 */
public record Redaction(long maxPixels) {

    /** The image without what nobody may see; never an exception. */
    public Redacted redact(ImageBytes image, List<Area> masks) {
        try {
            ImageFormat format = ImageFormat.detect(image.array());
            return new Redacted.Clean(ImageBytes.of(masks.isEmpty()
                    ? withoutMetadata(image.array(), format)
                    : new Masking(masks, maxPixels).masked(image.array(), format)));
        } catch (Unusable e) {
            return new Redacted.Unfit(e.detail());
        }
    }

    private static byte[] withoutMetadata(byte[] image, ImageFormat format) throws Unusable {
        return switch (format) {
            case JPEG -> JpegMetadata.removed(image);
            case PNG -> PngMetadata.removed(image);
            case GIF -> GifMetadata.removed(image);
            case BMP -> image;
        };
    }
}

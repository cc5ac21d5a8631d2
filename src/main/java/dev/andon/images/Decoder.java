package dev.andon.images;

import java.util.function.Predicate;

import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.Tiles;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an image once, reduced, to prove that it can be decoded and to measure it. Any thread.
 *
 * <p>Every n-th pixel of every n-th row is kept, so that at most {@value #LONG_EDGE} are left on the long edge.
 *
 * @param maxPixels width × height
 */
record Decoder(long maxPixels) {

    private static final int LONG_EDGE = 512;

    /**
     * What is known of an image, and what is wanted.
     *
     * @param said    its quality by the words of the camera side, which is not measured again where its size is right; null
     *                where it has to be measured
     * @param refused whether an image of which this was said goes to a person unseen, and need not be decoded for that
     * @param tiled   whether its tiles are wanted
     */
    record Wish(@Nullable ImageQuality said, Predicate<ImageQuality> refused, boolean tiled) {}

    /**
     * What was measured.
     *
     * @param tiles null where they were not asked for, or the image was not decoded
     */
    record Measured(ImageQuality quality, @Nullable Tiles tiles) {}

    /** @throws Unusable if the image has too many pixels, or is damaged */
    Measured measure(byte[] image, ImageFormat format, Wish wish) throws Unusable {
        return OpenImage.with(image, format, maxPixels, open -> {
            ImageQuality said = wish.said() != null && wish.said().size().equals(open.size()) ? wish.said() : null;
            if (said != null && wish.refused().test(said)) {
                return new Measured(said, null);
            }
            Grey grey = open.grey(Math.ceilDiv(open.size().longest(), LONG_EDGE));
            return new Measured(said == null ? grey.quality(open.size()) : said, wish.tiled() ? grey.tiles() : null);
        });
    }
}

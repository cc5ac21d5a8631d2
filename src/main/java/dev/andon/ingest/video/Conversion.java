package dev.andon.ingest.video;

import java.util.List;

import dev.andon.core.frame.Area;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a camera's pictures before anything else sees them. Masks and the region are in pixels of the whole
 * picture.
 *
 * @param rate          pictures per second at most; infinite for all
 * @param masks         blackened
 * @param region        what is left of the picture; null for all of it
 * @param width         of the result in pixels, its height in proportion; null where it is not scaled
 * @param quality       of the JPEG, 1 to 100
 * @param keyFramesOnly whether pictures in between are not even decoded: the cheapest way to few pictures a second
 * @param hardware      of the decoder, as ffmpeg calls it, such as {@code vaapi}; null for none
 */
public record Conversion(double rate, List<Area> masks, @Nullable Area region, @Nullable Integer width, int quality,
        boolean keyFramesOnly, @Nullable String hardware) {

    /** All pictures as they are. */
    public static final Conversion NONE = new Conversion(Double.POSITIVE_INFINITY, List.of(), null, null, 90, false,
            null);

    public Conversion {
        masks = List.copyOf(masks);
    }
}

package dev.andon.config;

import java.util.List;

import dev.andon.core.frame.Area;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the pictures of a camera before they are frames.
 *
 * @param rate          of video, per second at most; infinite for all
 * @param masks         parts that are blackened
 * @param region        of video, the part that is left; null for all
 * @param width         of video, in pixels; null for its own
 * @param quality       of the JPEGs that are made of video, 1 to 100
 * @param keyFramesOnly of video: whether the pictures in between are not even decoded
 * @param hardware      of the decoder of video, as ffmpeg calls it; null for none
 */
public record PicturesConfig(double rate, List<Area> masks, @Nullable Area region, @Nullable Integer width, int quality,
        boolean keyFramesOnly, @Nullable String hardware) {

    /** Pictures as they come. */
    public static final PicturesConfig USUAL = new PicturesConfig(Double.POSITIVE_INFINITY, List.of(), null, null, 90,
            false,
            null);

    public PicturesConfig {
        masks = List.copyOf(masks);
    }

    /** The same with other masks. */
    public PicturesConfig with(List<Area> others) {
        return new PicturesConfig(rate, others, region, width, quality, keyFramesOnly, hardware);
    }
}

package dev.andon.images;

import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.Tiles;
import org.jspecify.annotations.Nullable;

/** What became of the image of a frame. */
public sealed interface LoadedImage {

    /**
     * The image is there, is what the frame says, and can be decoded, or its quality was refused by the words of the frame and
     * its header can be read.
     *
     * @param bytes       as the camera encoded them
     * @param contentType media type as detected in the bytes, whatever the frame says
     * @param quality     by the words of the frame, otherwise measured on a reduced copy; its size is that of the image
     * @param tiles       of the reduced copy; null where nobody asked for them, or there is none
     */
    record Loaded(ImageBytes bytes, String contentType, ImageQuality quality,
            @Nullable Tiles tiles) implements LoadedImage {}

    /**
     * The image cannot be had, verified or decoded.
     *
     * @param detail what is wrong, with which value, as one sentence for people
     */
    record Failed(String detail) implements LoadedImage {}
}

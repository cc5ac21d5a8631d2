package dev.andon.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Limits and stores of images.
 *
 * @param store        directory that keeps held images above the inline limit, named by their content
 * @param allowedRoots directories that frames may point into by uri
 * @param maxBytes     of one image; a larger one is held unread
 * @param maxPixels    of one image, width × height; a larger one is held undecoded
 * @param inlineLimit  up to here a held image travels inside its record
 */
public record ImagesConfig(
        Path store,
        List<Path> allowedRoots,
        DataSize maxBytes,
        long maxPixels,
        DataSize inlineLimit) {

    public ImagesConfig {
        allowedRoots = List.copyOf(allowedRoots);
    }
}

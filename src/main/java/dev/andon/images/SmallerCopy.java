package dev.andon.images;

import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSize;

/**
 * A smaller copy of an image, for models.
 *
 * @param contentType media type of {@code bytes}
 */
public record SmallerCopy(ImageBytes bytes, String contentType, ImageSize size) {}

package dev.andon.core.frame;

import java.net.URI;

/** Where the image of a frame is. */
public sealed interface ImageSource {

    /** The image travels with the frame. */
    record Inline(ImageBytes bytes) implements ImageSource {}

    /** The image has to be fetched. */
    record Reference(URI uri) implements ImageSource {}
}

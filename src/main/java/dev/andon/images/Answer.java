package dev.andon.images;

import dev.andon.core.frame.ImageBytes;

/** What a server has to say to one request for an image; what is final and bad is {@link Unusable}. */
sealed interface Answer {

    /** The image, within its extent. */
    record Image(ImageBytes bytes) implements Answer {}

    /** Look elsewhere. */
    record Elsewhere(String location) implements Answer {}

    /**
     * Nothing, for a reason that may pass.
     *
     * @param detail for people
     */
    record NotNow(String detail) implements Answer {}
}

package dev.andon.topology.inspect;

import java.net.URI;

import dev.andon.core.frame.ImageBytes;
import org.jspecify.annotations.Nullable;

/**
 * The image as a person, or a replay, gets to see it.
 *
 * @param stored where it was put; null where it travels inline or not at all
 * @param inline the image itself; null otherwise
 * @param type   media type as detected; null where there is no image
 */
record Shown(@Nullable URI stored, @Nullable ImageBytes inline, @Nullable String type) {

    /** No image: the frame goes to machines and is not kept, or there is none. */
    static final Shown NOTHING = new Shown(null, null, null);
}

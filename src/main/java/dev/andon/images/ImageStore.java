package dev.andon.images;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

import dev.andon.core.frame.ImageBytes;

/** Keeps images under the name of their content. Any thread. */
public interface ImageStore {

    /**
     * From this age on an image that is kept again is written again, so that nobody deletes as old what somebody wants
     * now.
     */
    Duration REWRITTEN_FROM = Duration.ofDays(1);

    /**
     * Keeps an image for good: when this returns, it outlives a crash. Keeping it again changes nothing but its time.
     *
     * @param sha256      lower-case hex digest of {@code bytes}
     * @param contentType media type as detected
     * @return where the image can be read; the same for the same image
     * @throws IllegalArgumentException if {@code sha256} is not the digest of {@code bytes}
     * @throws IOException              if the image cannot be kept
     */
    URI put(ImageBytes bytes, String sha256, String contentType) throws IOException;
}

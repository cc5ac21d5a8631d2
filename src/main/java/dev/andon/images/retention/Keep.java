package dev.andon.images.retention;

import java.time.Instant;

/**
 * How long an image is kept, and why.
 *
 * @param until exclusive; {@link Instant#MAX} for as long as the ground holds
 */
public record Keep(Ground ground, Instant until) {

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}

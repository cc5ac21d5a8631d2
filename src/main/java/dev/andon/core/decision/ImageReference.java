package dev.andon.core.decision;

import java.net.URI;

import dev.andon.core.frame.Position;
import org.jspecify.annotations.Nullable;

/**
 * Where the image of an inspection can be found again.
 *
 * @param uri      in the image store, or where the frame pointed; null where the image travelled inline
 * @param position of the frame in its topic
 * @param sha256   lower-case hex digest
 */
public record ImageReference(@Nullable URI uri, Position position, String sha256) {}

package dev.andon.images;

import java.time.Instant;

/**
 * An image as it stands in a store.
 *
 * @param name     within the store, see {@link ContentName}
 * @param sha256   by its name
 * @param size     bytes
 * @param modified when it was kept last, or up to {@link ImageStore#REWRITTEN_FROM} before that
 */
public record StoredImage(String name, String sha256, long size, Instant modified) {}

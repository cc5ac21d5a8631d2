package dev.andon.demo.cameras;

import dev.andon.core.frame.ImageBytes;

/**
 * One picture of a synthetic camera.
 *
 * @param jpeg  what the camera sends
 * @param truth what only the summary may know
 */
public record Shot(ImageBytes jpeg, Truth truth) {}

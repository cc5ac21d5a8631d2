package dev.andon.replay;

import dev.andon.core.frame.ImageBytes;

/**
 * An image for a report.
 *
 * @param type media type as detected
 */
public record Picture(String type, ImageBytes bytes) {}

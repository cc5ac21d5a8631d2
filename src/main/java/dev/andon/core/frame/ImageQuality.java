package dev.andon.core.frame;

/**
 * What can be said of an image without knowing what it shows, measured on a grey image of reduced size.
 *
 * @param width     pixels of the full image
 * @param height    pixels of the full image
 * @param sharpness variance of the Laplacian over grey values 0 to 255; at least 0, small is blurred
 * @param exposure  mean grey value, 0 (black) to 1 (white)
 */
public record ImageQuality(int width, int height, double sharpness, double exposure) {}

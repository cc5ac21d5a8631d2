package dev.andon.core.frame;

/**
 * What can be said of an image without knowing what it shows, measured on a grey image of reduced size.
 *
 * @param width     pixels of the full image
 * @param height    pixels of the full image
 * @param sharpness variance of the Laplacian over grey values 0 to 255; at least 0, small is blurred
 * @param exposure  mean grey value, 0 (black) to 1 (white)
 * @param noise     standard deviation of the noise in grey values 0 to 255; at least 0, fine texture counts as noise
 */
public record ImageQuality(int width, int height, double sharpness, double exposure, double noise) {

    /** The Laplacian lies between −1020 and 1020. */
    private static final double MOST_SHARPNESS = 1_020.0 * 1_020.0;

    /** Where the difference of Laplacians is 2040 at each pixel. */
    private static final double MOST_NOISE = Math.sqrt(Math.PI / 2) / 6 * 2_040;

    /** Of the full image. */
    public ImageSize size() {
        return new ImageSize(width, height);
    }

    /** Whether an image can be so; what others say that they measured need not be, or be a number. */
    public boolean isPossible() {
        return width >= 1 && height >= 1 && sharpness >= 0 && sharpness <= MOST_SHARPNESS && exposure >= 0
                && exposure <= 1 && noise >= 0 && noise <= MOST_NOISE;
    }
}

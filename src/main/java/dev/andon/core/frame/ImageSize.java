package dev.andon.core.frame;

/** Width and height of an image in pixels, at least 1. */
public record ImageSize(int width, int height) {

    /** The longer side. */
    public int longest() {
        return Math.max(width, height);
    }

    /** The size with this longer side and, but for rounding, the same shape. */
    public ImageSize scaledTo(int longest) {
        return new ImageSize(scaled(width, longest), scaled(height, longest));
    }

    private int scaled(int side, int longest) {
        return Math.max(1, Math.round((float) side * longest / longest()));
    }
}

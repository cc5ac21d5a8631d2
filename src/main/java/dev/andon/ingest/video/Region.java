package dev.andon.ingest.video;

/**
 * A part of a picture, in pixels from its upper left corner.
 *
 * @param x      at least 0
 * @param y      at least 0
 * @param width  above 0
 * @param height above 0
 */
public record Region(int x, int y, int width, int height) {

    /** @throws IllegalArgumentException if it is none */
    public Region {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException(x + "," + y + "," + width + "," + height
                    + " is no part of a picture: write x,y,width,height in pixels from the upper left corner");
        }
    }
}

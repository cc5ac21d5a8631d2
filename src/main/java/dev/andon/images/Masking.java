package dev.andon.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.util.List;

import dev.andon.core.frame.Area;

/**
 * Burns masks into images. Any thread.
 *
 * @param masks     at least one
 * @param maxPixels of an image, width × height, inclusive
 */
record Masking(List<Area> masks, long maxPixels) {

    private static final float QUALITY = 0.95f;

    /** @throws Unusable if the image cannot be decoded, or a mask does not lie on it */
    byte[] masked(byte[] image, ImageFormat format) throws Unusable {
        Orientation orientation = Orientation.of(image, format);
        BufferedImage canvas = OpenImage.with(image, format, maxPixels,
                open -> canvas(open.pixels(), format, orientation));
        Graphics2D pen = canvas.createGraphics();
        pen.setColor(Color.BLACK);
        for (Area mask : masks) {
            pen.fill(within(canvas, mask, format));
        }
        pen.dispose();
        return encoded(canvas, format);
    }

    private static byte[] encoded(BufferedImage canvas, ImageFormat format) throws Unusable {
        try {
            return format == ImageFormat.JPEG ? Encoder.jpeg(canvas, QUALITY) : Encoder.png(canvas);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            throw new Unusable("the " + format + " cannot be encoded anew with its masks: " + e);
        }
    }

    /** The image upright, and in a form that has black. */
    private static BufferedImage canvas(BufferedImage read, ImageFormat format, Orientation orientation)
            throws Unusable {
        if (format == ImageFormat.JPEG) {
            return orientation.upright(EightBits.ofJpeg(read));
        }
        if (!orientation.isUpright()) {
            return orientation.upright(EightBits.of(read));
        }
        return read.getColorModel() instanceof IndexColorModel colours
                ? colours.convertToIntDiscrete(read.getRaster(), false)
                : read;
    }

    private static Rectangle within(BufferedImage canvas, Area mask, ImageFormat format) throws Unusable {
        Rectangle covered = new Rectangle(mask.x(), mask.y(), mask.width(), mask.height())
                .intersection(new Rectangle(canvas.getWidth(), canvas.getHeight()));
        if (covered.isEmpty()) {
            throw new Unusable("the mask " + mask + " lies outside of the " + format + ", which has "
                    + canvas.getWidth() + " x " + canvas.getHeight()
                    + " pixels: give x,y,width,height in pixels of the upright image");
        }
        return covered;
    }
}

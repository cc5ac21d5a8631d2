package dev.andon.images;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

import dev.andon.core.frame.ImageSize;

/**
 * The rows of an image as values 0 to 255: one for each pixel of a grey image, red, green and blue for each of any other.
 * What is transparent stands on white. One thread.
 */
sealed interface PixelRows {

    float WHITE = 255;

    ImageSize size();

    /** Values per pixel: 1 or 3. */
    int bands();

    /** Reads a row, pixel by pixel. */
    void read(int y, float[] row);

    static PixelRows of(BufferedImage image) {
        if (image.getColorModel() instanceof ComponentColorModel model
                && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            return new GreySamples(image.getRaster(), model);
        }
        return image.getType() == BufferedImage.TYPE_3BYTE_BGR
                ? new Bytes(image.getRaster())
                : new Colours(image);
    }

    private static ImageSize sizeOf(Raster raster) {
        return new ImageSize(raster.getWidth(), raster.getHeight());
    }

    /** On white, of an opacity from 0 to 1. */
    private static float onWhite(float value, float opacity) {
        return value * opacity + WHITE * (1 - opacity);
    }

    /** Samples as they are: Java takes grey for linear light and would brighten it on the way to sRGB. */
    record GreySamples(Raster raster, ColorModel model) implements PixelRows {

        @Override
        public ImageSize size() {
            return sizeOf(raster);
        }

        @Override
        public int bands() {
            return 1;
        }

        @Override
        public void read(int y, float[] row) {
            scaled(y, 0, row);
            if (!model.hasAlpha()) {
                return;
            }
            float[] opacities = new float[raster.getWidth()];
            scaled(y, 1, opacities);
            for (int x = 0; x < opacities.length; x++) {
                row[x] = onWhite(row[x], opacities[x] / WHITE);
            }
        }

        private void scaled(int y, int band, float[] row) {
            raster.getSamples(0, y, raster.getWidth(), 1, band, row);
            float most = (1 << model.getComponentSize(band)) - 1;
            for (int x = 0; x < raster.getWidth(); x++) {
                row[x] *= WHITE / most;
            }
        }
    }

    /** Three bytes per pixel, which is what most JPEGs are decoded to. */
    record Bytes(Raster raster) implements PixelRows {

        @Override
        public ImageSize size() {
            return sizeOf(raster);
        }

        @Override
        public int bands() {
            return 3;
        }

        @Override
        public void read(int y, float[] row) {
            byte[] bytes = new byte[3 * raster.getWidth()];
            raster.getDataElements(0, y, raster.getWidth(), 1, bytes);
            for (int i = 0; i < bytes.length; i++) {
                row[i] = bytes[i] & 0xff;
            }
        }
    }

    /** Whatever the colours are stored as; slow. */
    record Colours(BufferedImage image) implements PixelRows {

        @Override
        public ImageSize size() {
            return sizeOf(image.getRaster());
        }

        @Override
        public int bands() {
            return 3;
        }

        @Override
        public void read(int y, float[] row) {
            int[] colours = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
            for (int x = 0; x < colours.length; x++) {
                float opacity = (colours[x] >>> 24) / WHITE;
                for (int band = 0; band < 3; band++) {
                    row[3 * x + band] = onWhite(colours[x] >> (16 - 8 * band) & 0xff, opacity);
                }
            }
        }
    }
}

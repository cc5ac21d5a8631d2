package dev.andon.images;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.ImageSize;
import dev.andon.core.frame.Tiles;

/**
 * A grey image. One thread.
 *
 * <p>Row by row, since arrays of half a megabyte and more are collected apart, and make collections more frequent than all
 * else does.
 *
 * <p>Sharpness is the variance of the Laplacian (4 neighbours) over all pixels but those of the rim: after Pech-Pacheco
 * et al., "Diatom autofocusing in brightfield microscopy: a comparative study" (ICPR 2000). It tells images of one
 * camera and scene apart, not scenes.
 *
 * <p>Noise is estimated after Immerkær, "Fast Noise Variance Estimation" (Computer Vision and Image Understanding 64(2),
 * 1996): the second difference along columns of the second difference along rows (1 −2 1, −2 4 −2, 1 −2 1) does not see what
 * changes along one of them only, such as gradients and straight edges; normal noise of standard deviation σ makes it deviate
 * by 6σ, so that its mean absolute value is 6σ·√(2/π). Corners and fine texture count as noise, all the more where only every
 * n-th pixel is left. Noise of single colours is smaller in grey.
 */
final class Grey {

    private static final double WHITE = 255;

    /** Luma of ITU-R BT.601, which is also what JFIF stores. */
    private static final double RED = 0.299;
    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;

    private final int width;
    private final int height;
    private final double[][] rows;

    private Grey(int width, int height) {
        this.width = width;
        this.height = height;
        rows = new double[height][width];
    }

    static Grey of(BufferedImage image) {
        Grey grey = new Grey(image.getWidth(), image.getHeight());
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            grey.fillFromGreyBytes(image.getRaster());
        } else if (image.getColorModel() instanceof ComponentColorModel model
                && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            grey.fillFromGrey(image.getRaster(), (1 << model.getComponentSize(0)) - 1);
        } else if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            grey.fillFromColourBytes(image.getRaster());
        } else {
            grey.fillFromColours(image);
        }
        return grey;
    }

    private void fillFromGreyBytes(Raster raster) {
        byte[] bytes = new byte[width];
        for (int y = 0; y < height; y++) {
            raster.getDataElements(0, y, width, 1, bytes);
            double[] row = rows[y];
            for (int x = 0; x < width; x++) {
                row[x] = bytes[x] & 0xff;
            }
        }
    }

    private void fillFromColourBytes(Raster raster) {
        byte[] bytes = new byte[3 * width];
        for (int y = 0; y < height; y++) {
            raster.getDataElements(0, y, width, 1, bytes);
            double[] row = rows[y];
            for (int x = 0, at = 0; x < width; x++, at += 3) {
                row[x] = RED * (bytes[at] & 0xff) + GREEN * (bytes[at + 1] & 0xff) + BLUE * (bytes[at + 2] & 0xff);
            }
        }
    }

    /** The samples as they are: Java takes grey for linear light and would brighten it on the way to sRGB. */
    private void fillFromGrey(Raster raster, int white) {
        for (int y = 0; y < height; y++) {
            double[] row = raster.getSamples(0, y, width, 1, 0, rows[y]);
            for (int x = 0; x < width; x++) {
                row[x] *= WHITE / white;
            }
        }
    }

    /** Whatever the colours are stored as; slow. */
    private void fillFromColours(BufferedImage image) {
        int[] colours = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, colours, 0, width);
            double[] row = rows[y];
            for (int x = 0; x < width; x++) {
                int colour = colours[x];
                row[x] = RED * (colour >> 16 & 0xff) + GREEN * (colour >> 8 & 0xff)
                        + BLUE * (colour & 0xff);
            }
        }
    }

    /**
     * What is measured.
     *
     * @param full size of the image that this is reduced from
     */
    ImageQuality quality(ImageSize full) {
        return new ImageQuality(full.width(), full.height(), sharpness(), exposure(), noise());
    }

    /** The image in tiles. */
    Tiles tiles() {
        return Tiles.of(width, height, (x, y) -> rows[y][x] / WHITE);
    }

    /** Mean, 0 (black) to 1 (white). */
    private double exposure() {
        double sum = 0;
        for (double[] row : rows) {
            for (double value : row) {
                sum += value;
            }
        }
        return Math.min(1, sum / ((double) width * height) / WHITE);
    }

    /** Variance of the Laplacian of values 0 to 255; 0 where the image is under 3 pixels wide or high. */
    private double sharpness() {
        double sum = 0;
        double squares = 0;
        for (int y = 1; y < height - 1; y++) {
            double[] above = rows[y - 1];
            double[] row = rows[y];
            double[] below = rows[y + 1];
            for (int x = 1; x < width - 1; x++) {
                double laplacian = row[x - 1] + row[x + 1] + above[x] + below[x] - 4 * row[x];
                sum += laplacian;
                squares += laplacian * laplacian;
            }
        }
        double count = Math.max(1, (double) (width - 2) * (height - 2));
        return Math.max(0, squares / count - (sum / count) * (sum / count));
    }

    /** Standard deviation of the noise of values 0 to 255; 0 where the image is under 3 pixels wide or high. */
    private double noise() {
        double sum = 0;
        for (int y = 1; y < height - 1; y++) {
            double[] above = rows[y - 1];
            double[] row = rows[y];
            double[] below = rows[y + 1];
            for (int x = 1; x < width - 1; x++) {
                sum += Math.abs(bend(above, x) - 2 * bend(row, x) + bend(below, x));
            }
        }
        double count = Math.max(1, (double) (width - 2) * (height - 2));
        return Math.sqrt(Math.PI / 2) / 6 * sum / count;
    }

    /** The second difference along the row. */
    private static double bend(double[] row, int x) {
        return row[x - 1] - 2 * row[x] + row[x + 1];
    }
}

package dev.andon.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Brings images to the two forms that a JPEG can have: grey or colours of 8 bits, what is transparent on white. */
final class EightBits {

    private static final int WHITE = 255;

    private EightBits() {}

    static BufferedImage of(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY || image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        return image.getColorModel() instanceof ComponentColorModel model
                && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                        ? grey(image.getRaster(), model)
                        : colours(image);
    }

    /**
     * Of what was read from a JPEG. Decoders take a fourth component that nothing is said of for transparency, which a JPEG
     * cannot have.
     *
     * @throws Unusable if nobody knows what its components mean
     */
    static BufferedImage ofJpeg(BufferedImage read) throws Unusable {
        if (read.getColorModel().hasAlpha()) {
            throw new Unusable("the JPEG has four components and does not say what they mean");
        }
        return of(read);
    }

    /** Samples as they are: Java takes grey for linear light and would brighten it on the way to sRGB. */
    private static BufferedImage grey(Raster raster, ColorModel model) {
        BufferedImage grey = new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster to = grey.getRaster();
        int row = raster.getWidth();
        for (int y = 0; y < raster.getHeight(); y++) {
            double[] values = scaled(raster.getSamples(0, y, row, 1, 0, (double[]) null), model, 0);
            if (model.hasAlpha()) {
                double[] opacities = scaled(raster.getSamples(0, y, row, 1, 1, (double[]) null), model, 1);
                for (int x = 0; x < row; x++) {
                    values[x] = WHITE + (values[x] - WHITE) * opacities[x] / WHITE;
                }
            }
            to.setSamples(0, y, row, 1, 0, values);
        }
        return grey;
    }

    private static double[] scaled(double[] samples, ColorModel model, int band) {
        double most = (1 << model.getComponentSize(band)) - 1;
        for (int x = 0; x < samples.length; x++) {
            samples[x] *= WHITE / most;
        }
        return samples;
    }

    private static BufferedImage colours(BufferedImage image) {
        BufferedImage colours = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = colours.createGraphics();
        pen.drawImage(image, 0, 0, Color.WHITE, null);
        pen.dispose();
        return colours;
    }
}

package dev.andon.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import dev.andon.core.frame.ImageQuality;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an image once, reduced, to prove that it can be decoded and to measure it. Of an animation the first frame
 * counts. No temporary files. Any thread.
 *
 * <p>The dimensions in the header are checked before anything is allocated by them; then every n-th pixel of every n-th
 * row is kept, so that at most {@value #LONG_EDGE} are left on the long edge.
 *
 * @param maxPixels width × height
 */
record Decoder(long maxPixels) {

    private static final int LONG_EDGE = 512;

    /** @throws Unusable if the image has too many pixels, or is damaged */
    ImageQuality measure(byte[] image, ImageFormat format) throws Unusable {
        if (format == ImageFormat.JPEG) {
            JpegStructure.of(image).check();
        }
        ImageReader reader = ImageIO.getImageReadersByMIMEType(format.contentType()).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            reader.setInput(input, true, true);
            return measure(reader, format);
        } catch (IOException | RuntimeException e) {
            throw new Unusable("the " + format + " is damaged: " + words(e));
        } finally {
            reader.dispose();
        }
    }

    private ImageQuality measure(ImageReader reader, ImageFormat format) throws IOException, Unusable {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > maxPixels) {
            throw new Unusable("the " + format + " has " + width + " x " + height + " pixels, at most " + maxPixels
                    + " are decoded: raise images.maxPixels or send smaller images");
        }
        Grey grey = Grey.of(read(reader, format, Math.ceilDiv(Math.max(width, height), LONG_EDGE)));
        return new ImageQuality(width, height, grey.sharpness(), grey.exposure());
    }

    private static BufferedImage read(ImageReader reader, ImageFormat format, int step) throws IOException, Unusable {
        Damage damage = new Damage();
        reader.addIIOReadWarningListener((source, warning) -> damage.consider(warning));
        ImageReadParam reduced = reader.getDefaultReadParam();
        reduced.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, reduced);
        if (damage.found != null) {
            throw new Unusable("the " + format + " is damaged: " + damage.found);
        }
        return image;
    }

    private static String words(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** The first warning of the decoder by which pixels are missing or wrong; others are about metadata. One thread. */
    private static final class Damage {

        private @Nullable String found;

        void consider(String warning) {
            String lower = warning.toLowerCase(Locale.ROOT);
            boolean padding = lower.contains("extraneous bytes");
            if (found == null && !padding && (lower.contains("corrupt") || lower.contains("premature"))) {
                found = warning;
            }
        }
    }
}

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

import dev.andon.core.frame.ImageSize;
import org.jspecify.annotations.Nullable;

/**
 * An image that passed every check that needs no decoding, in front of its decoder. No temporary files. One thread.
 *
 * <p>Its structure and the dimensions in its header are checked before anything is allocated by them.
 */
final class OpenImage {

    /** What a JPEG can have at most; decoders keep whole rows, and take their time for each. */
    private static final int LONGEST_EDGE = 65_535;

    private final ImageReader reader;
    private final ImageFormat format;
    private final boolean luma;
    private final ImageSize size;

    private OpenImage(ImageReader reader, ImageFormat format, boolean luma, ImageSize size) {
        this.reader = reader;
        this.format = format;
        this.luma = luma;
        this.size = size;
    }

    /** What is made of an open image. */
    @FunctionalInterface
    interface Use<T> {

        T of(OpenImage image) throws IOException, Unusable;
    }

    /**
     * Opens an image and closes it again.
     *
     * @throws Unusable if it has too many pixels, or is damaged, or the use throws it
     */
    static <T> T with(byte[] image, ImageFormat format, long maxPixels, Use<T> use) throws Unusable {
        boolean luma = checkStructure(image, format, maxPixels);
        ImageReader reader = ImageIO.getImageReadersByMIMEType(format.contentType()).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            reader.setInput(input, true, true);
            return use.of(new OpenImage(reader, format, luma, size(reader, format, maxPixels)));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new Unusable("the " + format + " is damaged: " + words(e));
        } finally {
            reader.dispose();
        }
    }

    /** Refuses what decoders would do without bound, or not notice; gives whether its luma can be decoded alone. */
    private static boolean checkStructure(byte[] image, ImageFormat format, long maxPixels) throws Unusable {
        switch (format) {
            case JPEG -> {
                JpegStructure jpeg = JpegStructure.of(image);
                jpeg.check(maxPixels);
                return jpeg.header().isPlainYCbCr();
            }
            case PNG -> PngStructure.check(image);
            case GIF -> GifStructure.check(image);
            case BMP -> BmpStructure.check(image);
        }
        return false;
    }

    private static ImageSize size(ImageReader reader, ImageFormat format, long maxPixels)
            throws IOException, Unusable {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > maxPixels) {
            throw new Unusable("the " + format + " has " + width + " x " + height + " pixels, at most " + maxPixels
                    + " are decoded: raise images.maxPixels or send smaller images");
        }
        if (Math.max(width, height) > LONGEST_EDGE) {
            throw new Unusable("the " + format + " has " + width + " x " + height + " pixels, at most " + LONGEST_EDGE
                    + " are decoded along an edge");
        }
        return new ImageSize(width, height);
    }

    ImageSize size() {
        return size;
    }

    /** Every n-th pixel of every n-th row in grey. */
    Grey grey(int step) throws IOException, Unusable {
        // A decoder that fills a grey image does not work out colours at all, and takes two thirds of the time.
        return Grey.of(decoded(step, luma
                ? new BufferedImage(reduced(size.width(), step), reduced(size.height(), step),
                        BufferedImage.TYPE_BYTE_GRAY)
                : null));
    }

    private static int reduced(int edge, int step) {
        return (edge + step - 1) / step;
    }

    /** All pixels. */
    BufferedImage pixels() throws IOException, Unusable {
        return decoded(1, null);
    }

    /** @param into what is filled; null for an image of the decoder's choice */
    private BufferedImage decoded(int step, @Nullable BufferedImage into) throws IOException, Unusable {
        Damage damage = new Damage();
        reader.addIIOReadWarningListener((source, warning) -> damage.consider(warning));
        ImageReadParam wish = reader.getDefaultReadParam();
        wish.setSourceSubsampling(step, step, 0, 0);
        wish.setDestination(into);
        BufferedImage decoded = reader.read(0, wish);
        if (damage.found != null) {
            throw new Unusable("the " + format + " is damaged: " + damage.found);
        }
        return decoded;
    }

    private static String words(Throwable e) {
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

package dev.andon.images;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
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
    private final Luma luma;
    private final ImageSize size;

    private OpenImage(ImageReader reader, ImageFormat format, Luma luma, ImageSize size) {
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
        Luma luma = checkStructure(image, format, maxPixels);
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

    /** Refuses what decoders would do without bound, or not notice; gives how luma can be had. */
    private static Luma checkStructure(byte[] image, ImageFormat format, long maxPixels) throws Unusable {
        switch (format) {
            case JPEG -> {
                JpegStructure jpeg = JpegStructure.of(image);
                jpeg.check(maxPixels);
                return jpeg.header().luma();
            }
            case PNG -> PngStructure.check(image);
            case GIF -> GifStructure.check(image);
            case BMP -> BmpStructure.check(image);
        }
        return Luma.COMPUTED;
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
        return Grey.of(switch (luma) {
            case COMPUTED -> decoded(step, wish -> reader.read(0, wish));
            case STORED -> {
                Raster all = decoded(step, wish -> reader.readRaster(0, wish));
                BufferedImage first = blank(step);
                first.getRaster().setRect(all.createChild(0, 0, all.getWidth(), all.getHeight(), 0, 0, new int[]{0}));
                yield first;
            }
            // A decoder that fills a grey image does not work out colours at all, and takes two thirds of the time.
            case ALONE -> decoded(step, wish -> {
                wish.setDestination(blank(step));
                return reader.read(0, wish);
            });
        });
    }

    private BufferedImage blank(int step) {
        return new BufferedImage(Math.ceilDiv(size.width(), step), Math.ceilDiv(size.height(), step),
                BufferedImage.TYPE_BYTE_GRAY);
    }

    /** All pixels. */
    BufferedImage pixels() throws IOException, Unusable {
        return decoded(1, wish -> reader.read(0, wish));
    }

    private interface Decode<T> {
        T with(ImageReadParam wish) throws IOException;
    }

    private <T> T decoded(int step, Decode<T> decode) throws IOException, Unusable {
        Damage damage = new Damage();
        reader.addIIOReadWarningListener((source, warning) -> damage.consider(warning));
        ImageReadParam wish = reader.getDefaultReadParam();
        wish.setSourceSubsampling(step, step, 0, 0);
        T decoded = decode.with(wish);
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

package dev.andon.images;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Predicate;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.ImageSize;
import dev.andon.core.frame.Tiles;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an image once, reduced, to prove that it can be decoded and to measure it. No temporary files. Any thread.
 *
 * <p>The dimensions in the header are checked before anything is allocated by them; then every n-th pixel of every n-th
 * row is kept, so that at most {@value #LONG_EDGE} are left on the long edge.
 *
 * @param maxPixels width × height
 */
record Decoder(long maxPixels) {

    private static final int LONG_EDGE = 512;

    /** What a JPEG can have at most; decoders keep whole rows, and take their time for each. */
    private static final int LONGEST_EDGE = 65_535;

    /**
     * What is known of an image, and what is wanted.
     *
     * @param said    its quality by the words of the camera side, which is not measured again where its size is right; null
     *                where it has to be measured
     * @param refused whether an image of which this was said goes to a person unseen, and need not be decoded for that
     * @param tiled   whether its tiles are wanted
     */
    record Wish(@Nullable ImageQuality said, Predicate<ImageQuality> refused, boolean tiled) {}

    /**
     * What was measured.
     *
     * @param tiles null where they were not asked for, or the image was not decoded
     */
    record Measured(ImageQuality quality, @Nullable Tiles tiles) {}

    /** @throws Unusable if the image has too many pixels, or is damaged */
    Measured measure(byte[] image, ImageFormat format, Wish wish) throws Unusable {
        boolean luma = checkStructure(image, format);
        ImageReader reader = ImageIO.getImageReadersByMIMEType(format.contentType()).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            reader.setInput(input, true, true);
            return measure(reader, format, luma, wish);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new Unusable("the " + format + " is damaged: " + words(e));
        } finally {
            reader.dispose();
        }
    }

    /** Refuses what decoders would do without bound, or not notice; gives whether luma is stored apart. */
    private boolean checkStructure(byte[] image, ImageFormat format) throws Unusable {
        switch (format) {
            case JPEG -> {
                JpegStructure jpeg = JpegStructure.of(image);
                jpeg.check(maxPixels);
                return jpeg.header().isYCbCr();
            }
            case PNG -> PngStructure.check(image);
            case GIF -> GifStructure.check(image);
            case BMP -> BmpStructure.check(image);
        }
        return false;
    }

    private Measured measure(ImageReader reader, ImageFormat format, boolean luma, Wish wish)
            throws IOException, Unusable {
        ImageSize size = size(reader, format);
        ImageQuality said = wish.said() != null && wish.said().size().equals(size) ? wish.said() : null;
        if (said != null && wish.refused().test(said)) {
            return new Measured(said, null);
        }
        Grey grey = read(reader, format, luma, Math.ceilDiv(size.longest(), LONG_EDGE));
        return new Measured(said == null ? grey.quality(size) : said, wish.tiled() ? grey.tiles() : null);
    }

    private ImageSize size(ImageReader reader, ImageFormat format) throws IOException, Unusable {
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

    private static Grey read(ImageReader reader, ImageFormat format, boolean luma, int step)
            throws IOException, Unusable {
        Damage damage = new Damage();
        reader.addIIOReadWarningListener((source, warning) -> damage.consider(warning));
        ImageReadParam reduced = reader.getDefaultReadParam();
        reduced.setSourceSubsampling(step, step, 0, 0);
        // Converting to colours and back to grey takes half as long as decoding.
        Grey grey = luma ? Grey.ofYCbCr(reader.readRaster(0, reduced)) : Grey.of(reader.read(0, reduced));
        if (damage.found != null) {
            throw new Unusable("the " + format + " is damaged: " + damage.found);
        }
        return grey;
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

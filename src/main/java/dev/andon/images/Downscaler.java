package dev.andon.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSize;
import net.coobird.thumbnailator.Thumbnails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes smaller copies of images, for models that need not see every pixel. Any thread; computes for some tens of
 * milliseconds.
 *
 * <p>Every n-th pixel of every n-th row is read, so that at least twice the size that is wanted is left, and halved until
 * it has that size. A copy is a JPEG of 8 bits, grey where the image is, whatever the image was encoded as:
 * what is transparent stands on white, and metadata is left out. It stands upright: the orientation that EXIF states is
 * that of its pixels. Of several images it is the first.
 */
public final class Downscaler {

    private static final Logger LOG = LoggerFactory.getLogger(Downscaler.class);

    private static final float QUALITY = 0.92f;

    /** How many times the size that is wanted is read at least. */
    private static final int OVERSAMPLING = 2;

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * A copy whose longer side has so many pixels.
     *
     * @param image   within the limits of its loader
     * @param maxSide at least 1
     * @return empty where the image is no larger than that, or cannot be scaled, which is logged once for each cause
     */
    public Optional<SmallerCopy> copy(LoadedImage.Loaded image, int maxSide) {
        ImageSize size = image.quality().size();
        if (size.longest() <= maxSide) {
            return Optional.empty();
        }
        try {
            return Optional.of(scaled(image, size, maxSide));
        } catch (IOException | Unusable | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            tell(image, size, e);
            return Optional.empty();
        }
    }

    private static SmallerCopy scaled(LoadedImage.Loaded image, ImageSize size, int maxSide)
            throws IOException, Unusable {
        ImageFormat format = ImageFormat.detect(image.bytes().array());
        ImageReader reader = ImageIO.getImageReadersByMIMEType(image.contentType()).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(
                new ByteArrayInputStream(image.bytes().array()))) {
            reader.setInput(input, true, true);
            BufferedImage read = read(reader, Math.max(1, size.longest() / (OVERSAMPLING * maxSide)));
            BufferedImage simple = format == ImageFormat.JPEG ? EightBits.ofJpeg(read) : EightBits.of(read);
            BufferedImage upright = Orientation.of(image.bytes().array(), format)
                    .upright(small(simple, size.scaledTo(maxSide)));
            return new SmallerCopy(ImageBytes.of(Encoder.jpeg(upright, QUALITY)), ImageFormat.JPEG.contentType(),
                    new ImageSize(upright.getWidth(), upright.getHeight()));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader, int step) throws IOException {
        ImageReadParam reduced = reader.getDefaultReadParam();
        reduced.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, reduced);
    }

    private static BufferedImage small(BufferedImage image, ImageSize size) throws IOException {
        return Thumbnails.of(image).forceSize(size.width(), size.height()).asBufferedImage();
    }

    private void tell(LoadedImage.Loaded image, ImageSize size, Throwable cause) {
        if (told.add(image.contentType() + " " + cause.getClass().getName())) {
            LOG.warn(
                    "an {} of {} x {} pixels could not be scaled down and is sent as it is, and so is every further one"
                            + " for the same cause: {}",
                    image.contentType(), size.width(), size.height(), cause.toString());
        }
    }
}

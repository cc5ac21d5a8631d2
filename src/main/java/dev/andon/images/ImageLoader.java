package dev.andon.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.Sha256;

/**
 * Gets the image of a frame, inline or from a file within the allowed roots, and makes sure that it is what the frame
 * says and can be decoded, within limits of bytes and pixels. Any thread; blocks on files and computes for some
 * milliseconds.
 *
 * <p>The declared sha256 has to fit always. The declared size has to fit where there is one: 0 is the default of the
 * schema and stands for none. The declared media type is not believed: the bytes tell.
 */
public final class ImageLoader {

    private final AllowedRoots roots;
    private final long maxBytes;
    private final Decoder decoder;

    /**
     * @param allowedRoots directories that frames may point into; none refuses every uri
     * @param maxBytes     of one image, inclusive
     * @param maxPixels    of one image, width × height, inclusive
     */
    public ImageLoader(List<Path> allowedRoots, long maxBytes, long maxPixels) {
        this.roots = new AllowedRoots(allowedRoots);
        this.maxBytes = maxBytes;
        this.decoder = new Decoder(maxPixels);
    }

    /** The image of {@code frame}, or why it cannot be had; never an exception. */
    public LoadedImage load(Frame frame) {
        try {
            ImageBytes image = read(frame);
            verify(frame, image);
            ImageFormat format = ImageFormat.detect(image.array());
            return new LoadedImage.Loaded(image, format.contentType(), decoder.measure(image.array(), format));
        } catch (Unusable e) {
            return new LoadedImage.Failed(e.detail());
        }
    }

    private ImageBytes read(Frame frame) throws Unusable {
        return switch (frame.image()) {
            case ImageSource.Inline inline -> {
                checkSize(inline.bytes().size(), frame);
                yield inline.bytes();
            }
            case ImageSource.Reference reference -> readFile(roots.resolve(reference.uri()), frame);
        };
    }

    private ImageBytes readFile(Path file, Frame frame) throws Unusable {
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            checkSize(Files.size(file), frame);
            byte[] bytes = stream.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE));
            checkSize(bytes.length, frame);
            return ImageBytes.of(bytes);
        } catch (IOException e) {
            throw new Unusable(file + " cannot be read: " + e);
        }
    }

    private void checkSize(long size, Frame frame) throws Unusable {
        if (size > maxBytes) {
            throw new Unusable("the image has " + size + " bytes, at most " + maxBytes
                    + " are read: raise images.maxBytes or send smaller images");
        }
        if (frame.size() != 0 && frame.size() != size) {
            throw new Unusable("the image has " + size + " bytes, but the frame declares " + frame.size());
        }
    }

    private static void verify(Frame frame, ImageBytes image) throws Unusable {
        String actual = Sha256.hex(image.array());
        if (!actual.equals(frame.sha256())) {
            throw new Unusable("the image has sha256 " + actual + ", but the frame declares '" + frame.sha256() + "'");
        }
    }
}

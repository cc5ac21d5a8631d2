package dev.andon.images;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.Sha256;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Gets the image of a frame, inline, from a file within the allowed roots, from an allowed server or from the image store,
 * and makes sure that it is what the frame says and can be decoded, within limits of bytes and pixels. Any thread; blocks
 * on files and servers and computes for some milliseconds.
 *
 * <p>The declared sha256 has to fit always. The declared size has to fit where there is one: 0 is the default of the
 * schema and stands for none. The declared media type is not believed: the bytes tell.
 */
public final class ImageLoader implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final AllowedRoots roots;
    private final ImageServers servers;
    private final StoredImages stored;
    private final long maxBytes;
    private final Decoder decoder;

    /**
     * @param access    where frames may point to
     * @param stored    where they may point to besides: uris of scheme {@code s3}
     * @param maxBytes  of one image, inclusive
     * @param maxPixels of one image, width × height, inclusive
     */
    public ImageLoader(ImageAccess access, StoredImages stored, long maxBytes, long maxPixels) {
        this(new AllowedRoots(access.roots()), new ImageServers(access, Dns.SYSTEM, PAUSE), stored, maxBytes,
                maxPixels);
    }

    /** Files within {@code allowedRoots}, no servers; likewise. */
    public ImageLoader(List<Path> allowedRoots, long maxBytes, long maxPixels) {
        this(ImageAccess.files(allowedRoots), StoredImages.NONE, maxBytes, maxPixels);
    }

    ImageLoader(AllowedRoots roots, ImageServers servers, StoredImages stored, long maxBytes, long maxPixels) {
        this.roots = roots;
        this.servers = servers;
        this.stored = stored;
        this.maxBytes = maxBytes;
        this.decoder = new Decoder(maxPixels);
    }

    /** The image of {@code frame}, or why it cannot be had; never an exception. */
    public LoadedImage load(Frame frame) {
        return load(frame, false, said -> false);
    }

    /**
     * Likewise. What the frame says of its quality is believed, and not measured again, where the size that it says is right.
     *
     * @param tiled   whether its tiles are wanted
     * @param refused whether an image of which the frame says this goes to a person unseen: then it is not decoded
     */
    public LoadedImage load(Frame frame, boolean tiled, Predicate<ImageQuality> refused) {
        try {
            ImageBytes image = read(frame);
            verify(frame, image);
            ImageFormat format = ImageFormat.detect(image.array());
            Decoder.Measured measured = decoder.measure(image.array(), format,
                    new Decoder.Wish(frame.quality(), refused, tiled));
            return new LoadedImage.Loaded(image, format.contentType(), measured.quality(), measured.tiles());
        } catch (Unusable e) {
            return new LoadedImage.Failed(e.detail());
        }
    }

    private ImageBytes read(Frame frame) throws Unusable {
        Extent extent = new Extent(frame.size(), maxBytes);
        return switch (frame.image()) {
            case ImageSource.Inline(ImageBytes bytes) -> {
                extent.check(bytes.size());
                yield bytes;
            }
            case ImageSource.Reference(URI uri) -> read(uri, extent);
        };
    }

    private ImageBytes read(URI uri, Extent extent) throws Unusable {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "file" -> readFile(roots.resolve(uri), extent);
            case "http", "https" -> fetch(Urls.of(uri), extent);
            case "s3" -> stored.read(uri, extent);
            default -> throw new Unusable("a uri of scheme '" + scheme + "' leads nowhere: frames may point to files,"
                    + " as file:///…, to servers, as http://… and https://…, and to the image store, as s3://…");
        };
    }

    private static ImageBytes readFile(Path file, Extent extent) throws Unusable {
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return ImageBytes.of(extent.read(stream, Files.size(file)));
        } catch (IOException e) {
            throw new Unusable(file + " cannot be read: " + e);
        }
    }

    private ImageBytes fetch(HttpUrl url, Extent extent) throws Unusable {
        try {
            return servers.fetch(url, extent);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable(Urls.shown(url) + " was given up: " + e.getMessage());
        }
    }

    private static void verify(Frame frame, ImageBytes image) throws Unusable {
        String actual = Sha256.hex(image.array());
        if (!actual.equals(frame.sha256())) {
            throw new Unusable("the image has sha256 " + actual + ", but the frame declares '" + frame.sha256() + "'");
        }
    }

    /** Ends fetches under way and closes connections. */
    @Override
    public void close() {
        servers.close();
    }
}

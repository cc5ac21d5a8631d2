package dev.andon.images;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.Sha256;
import org.jspecify.annotations.Nullable;

/** Names of stored images: {@code sha256/ab/cdef….jpg}, where {@code abcdef…} is the digest. Pure functions. */
public final class ContentName {

    /** What all names begin with. */
    public static final String FOLDER = "sha256";

    private static final Pattern NAME = Pattern.compile("(?:.*/)?" + FOLDER
            + "/([0-9a-f]{2})/([0-9a-f]{62})\\.(?:jpg|png|gif|bmp|bin)");

    private ContentName() {}

    /**
     * The name of an image.
     *
     * @param contentType media type as detected
     * @throws IllegalArgumentException if {@code sha256} is not the digest of {@code bytes}
     */
    public static String of(ImageBytes bytes, String sha256, String contentType) {
        String actual = Sha256.hex(bytes.array());
        if (!actual.equals(sha256)) {
            throw new IllegalArgumentException("the image has sha256 " + actual + ", not '" + sha256 + "'");
        }
        String extension = ImageFormat.byContentType(contentType).map(ImageFormat::extension).orElse("bin");
        return FOLDER + "/" + sha256.substring(0, 2) + "/" + sha256.substring(2) + "." + extension;
    }

    /** The digest in a name, whatever stands before it; empty where it is no name of a stored image. */
    public static Optional<String> digest(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1) + matcher.group(2)) : Optional.empty();
    }

    /** The digest in the name that a uri ends with; wherever the store stands for whoever wrote the uri. */
    public static Optional<String> digest(@Nullable URI uri) {
        return Optional.ofNullable(uri).map(URI::getPath).flatMap(ContentName::digest);
    }
}

package dev.andon.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Limits and stores of images.
 *
 * @param store               keeps held images above the inline limit, named by their content
 * @param allowedRoots        directories that frames may point into by uri
 * @param allowedHosts        servers at public addresses that frames may point to by uri: {@code host}, which stands for
 *                            the default port of http and of https, or {@code host:port}
 * @param allowedPrivateHosts the same for servers that may stand at private and loopback addresses
 * @param fetchTimeout        of one image from a server, repetitions and redirections included
 * @param maxBytes            of one image; a larger one is held unread
 * @param maxPixels           of one image, width × height; a larger one is held undecoded
 * @param inlineLimit         up to here a held image travels inside its record
 * @param s3                  how a store in S3 is reached
 * @param retention           how long the store keeps images
 */
public record ImagesConfig(
        ImagePlace store,
        List<Path> allowedRoots,
        List<String> allowedHosts,
        List<String> allowedPrivateHosts,
        Duration fetchTimeout,
        DataSize maxBytes,
        long maxPixels,
        DataSize inlineLimit,
        S3Config s3,
        RetentionConfig retention) {

    public ImagesConfig {
        allowedRoots = List.copyOf(allowedRoots);
        allowedHosts = List.copyOf(allowedHosts);
        allowedPrivateHosts = List.copyOf(allowedPrivateHosts);
    }

    /** The same, by which images of the store can be read by uri, as what frames point to can. */
    public ImagesConfig readingItsStore() {
        return store instanceof ImagePlace.Directory(Path path) ? reading(path) : this;
    }

    /** The same, by which frames may point into one more directory. */
    public ImagesConfig reading(Path directory) {
        List<Path> roots = Stream.concat(allowedRoots.stream(), Stream.of(directory.toAbsolutePath())).toList();
        return new ImagesConfig(store, roots, allowedHosts, allowedPrivateHosts, fetchTimeout, maxBytes, maxPixels,
                inlineLimit, s3, retention);
    }
}

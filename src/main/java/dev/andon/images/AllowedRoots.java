package dev.andon.images;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The directories that frames may point into. A uri that leads elsewhere, by its words or through symbolic links, is
 * refused before the file is opened; one that leads elsewhere by its words, before the file system is asked at all.
 * Any thread.
 */
final class AllowedRoots {

    private final List<Path> roots;

    AllowedRoots(List<Path> roots) {
        this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    }

    /**
     * The regular file that {@code uri}, of scheme {@code file}, names, free of symbolic links.
     *
     * @throws Unusable if it is outside of the roots, is no regular file or does not exist
     */
    Path resolve(URI uri) throws Unusable {
        Path path = path(uri);
        if (roots.stream().noneMatch(root -> isWithin(path.normalize(), root))) {
            throw outside(uri);
        }
        Path real = real(path, uri);
        if (roots.stream().noneMatch(root -> real.startsWith(realOrSelf(root)))) {
            throw outside(uri);
        }
        if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            throw new Unusable(uri + " is no regular file");
        }
        return real;
    }

    private Path path(URI uri) throws Unusable {
        try {
            return Path.of(uri);
        } catch (IllegalArgumentException e) {
            throw new Unusable(uri + " names no local file: " + e.getMessage());
        }
    }

    private static boolean isWithin(Path path, Path root) {
        return path.startsWith(root) || path.startsWith(realOrSelf(root));
    }

    private static Path real(Path path, URI uri) throws Unusable {
        try {
            return path.toRealPath();
        } catch (NoSuchFileException e) {
            throw new Unusable(uri + " does not exist");
        } catch (IOException e) {
            throw new Unusable(uri + " cannot be read: " + e);
        }
    }

    private static Path realOrSelf(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException missing) {
            return root;
        }
    }

    private Unusable outside(URI uri) {
        return new Unusable(uri + " is outside of images.allowedRoots, which are " + roots);
    }
}

package dev.andon.replay.images;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.andon.core.frame.Sha256;
import dev.andon.images.ImageStock;

/** Where images stand, by digest. Any thread. */
public final class ImageIndex {

    /** Of nothing. */
    public static final ImageIndex EMPTY = new ImageIndex(Map.of());

    private final Map<String, URI> uris;

    private ImageIndex(Map<String, URI> uris) {
        this.uris = uris;
    }

    /**
     * Of a store, which is listed once and not read.
     *
     * @throws IOException if it cannot be listed
     */
    public static ImageIndex ofStore(ImageStock stock) throws IOException {
        Map<String, URI> uris = new HashMap<>();
        stock.each(image -> uris.put(image.sha256(), stock.uri(image)));
        return new ImageIndex(uris);
    }

    /**
     * Of the files in a directory and below, each of which is read once; symbolic links are not followed.
     *
     * @param maxBytes of a file; larger ones are left out
     * @throws IOException if a file cannot be read
     */
    public static ImageIndex ofFolder(Path directory, long maxBytes) throws IOException {
        Map<String, URI> uris = new HashMap<>();
        Files.walkFileTree(directory.toRealPath(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes found) throws IOException {
                if (found.isRegularFile() && found.size() <= maxBytes) {
                    uris.put(Sha256.hex(Files.readAllBytes(file)), file.toUri());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new ImageIndex(uris);
    }

    Optional<URI> find(String sha256) {
        return Optional.ofNullable(uris.get(sha256));
    }
}

package dev.andon.images;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;

/** The images of a {@link DirectoryImageStore}. One thread. */
public final class DirectoryImageStock implements ImageStock {

    private final Path root;

    /** @param root of the store; without any images where it does not exist */
    public DirectoryImageStock(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void each(Consumer<StoredImage> reader) throws IOException {
        Path folder = root.resolve(ContentName.FOLDER);
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
                    String name = root.relativize(file).toString().replace('\\', '/');
                    ContentName.digest(name).filter(_ -> found.isRegularFile()).ifPresent(digest -> reader.accept(
                            new StoredImage(name, digest, found.size(), found.lastModifiedTime().toInstant())));
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    @Override
    public URI uri(StoredImage image) {
        return root.resolve(image.name()).toUri();
    }

    @Override
    public boolean delete(StoredImage image) throws IOException {
        Path file = root.resolve(image.name());
        try {
            return Files.getLastModifiedTime(file).toInstant().equals(image.modified()) && Files.deleteIfExists(file);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }
}

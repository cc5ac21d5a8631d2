package dev.andon.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.jspecify.annotations.Nullable;

/** The directory of a demonstration: temporary and deleted at the end, unless somebody wants to keep it. */
final class Workspace implements AutoCloseable {

    private final Path path;
    private final boolean kept;

    private Workspace(Path path, boolean kept) {
        this.path = path;
        this.kept = kept;
    }

    /** @param keep null for a temporary one */
    static Workspace open(@Nullable Path keep) throws IOException {
        if (keep == null) {
            return new Workspace(Files.createTempDirectory("andon-demo-"), false);
        }
        Path path = Files.createDirectories(keep.toAbsolutePath());
        try (var files = Files.list(path)) {
            if (files.findAny().isPresent()) {
                throw new IOException("--keep " + path + " is not empty: name a new or an empty directory");
            }
        }
        return new Workspace(path, true);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            Files.walkFileTree(path, new Deletion());
        }
    }

    /** Deletes bottom up. */
    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}

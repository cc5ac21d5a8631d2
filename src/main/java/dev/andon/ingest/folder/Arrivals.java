package dev.andon.ingest.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.andon.ingest.ImageFiles;

/**
 * The images of a folder that are whole. Writers cannot be asked whether they are still at it: a file is whole once its size
 * and time have stayed the same for a while. Hidden files, and those of other types, are left alone. One thread.
 */
final class Arrivals {

    private static final Comparator<Arrival> IN_ORDER = Comparator.comparing(Arrival::written)
            .thenComparing(Arrival::path);

    private final DropFolder folder;
    private final InstantSource clock;
    private Map<Path, Arrival> seen = Map.of();

    Arrivals(DropFolder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Looks at the folder.
     *
     * @return what is whole, oldest first
     * @throws IOException if the folder cannot be read
     */
    List<Arrival> look() throws IOException {
        Instant now = clock.instant();
        Map<Path, Arrival> found = new HashMap<>();
        Files.walkFileTree(folder.path(), new Visitor(found, now));
        seen = found;
        return found.values().stream().filter(file -> !file.seen().plus(folder.settle()).isAfter(now))
                .sorted(IN_ORDER).toList();
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Map<Path, Arrival> found;
        private final Instant now;

        Visitor(Map<Path, Arrival> found, Instant now) {
            this.found = found;
            this.now = now;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean root = directory.equals(folder.path());
            boolean ours = directory.equals(folder.done()) || directory.equals(folder.failed());
            return ours || (!root && isHidden(directory)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isHidden(file) && ImageFiles.isImage(file)) {
                Instant written = attributes.lastModifiedTime().toInstant();
                Arrival before = seen.get(file);
                boolean same = before != null && before.size() == attributes.size() && before.written().equals(written);
                found.put(file, same ? before : new Arrival(file, attributes.size(), written, now));
            }
            return FileVisitResult.CONTINUE;
        }

        /** It was there a moment ago. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(folder.path())) {
                throw failure;
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}

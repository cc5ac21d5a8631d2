package dev.andon.bench.plant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The directory of a measurement: temporary and deleted at the end, unless somebody wants to keep it. */
public record Workplace(Path path, boolean kept) implements AutoCloseable {

    /**
     * Makes one.
     *
     * @param keep null for a temporary one
     */
    public static Workplace open(@Nullable Path keep) throws IOException {
        return keep == null
                ? new Workplace(Files.createTempDirectory("andon-bench-"), false)
                : new Workplace(Files.createDirectories(keep.toAbsolutePath()), true);
    }

    @Override
    public void close() throws IOException {
        if (kept) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

package dev.andon.bench.plant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The directory of a measurement: temporary and deleted at the end, also after Ctrl-C, unless somebody wants to keep it.
 */
public record Workplace(Path path, boolean kept) implements AutoCloseable {

    /**
     * Makes one.
     *
     * @param keep null for a temporary one
     */
    public static Workplace open(@Nullable Path keep) throws IOException {
        if (keep != null) {
            return new Workplace(Files.createDirectories(keep.toAbsolutePath()), true);
        }
        Workplace temporary = new Workplace(Files.createTempDirectory("andon-bench-"), false);
        Runtime.getRuntime().addShutdownHook(new Thread(temporary::abandon));
        return temporary;
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            delete();
        }
    }

    private void delete() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Whoever still runs, because this process was told to end, writes there. */
    private void abandon() {
        List<ProcessHandle> children = ProcessHandle.current().children().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        try {
            children.forEach(child -> child.onExit().join());
            delete();
        } catch (IOException | RuntimeException e) {
            System.err.println("not all of " + path + " is deleted: " + e);
        }
    }
}

package dev.andon.ingest.buffer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What stands on disk, as others see it. */
final class Spools {

    private Spools() {}

    /** The frames of a directory, in order. */
    static List<Path> files(Path spool) throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            return files.filter(file -> file.toString().endsWith(".frame")).sorted().toList();
        }
    }

    /** What a process that is killed now would leave in a directory, in another one. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }
}

package dev.andon.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where files of a folder go that are done with: to the same place below another directory, under a name that is free, with
 * what stands beside them. One thread.
 */
final class Shelf {

    private final Path folder;
    private final Path shelf;

    /**
     * Makes the directory.
     *
     * @throws IOException if it cannot be made, or is of another file system: files could not be moved there at once
     */
    Shelf(Path folder, Path shelf) throws IOException {
        this.folder = folder;
        this.shelf = shelf;
        Files.createDirectories(shelf);
        if (!Files.getFileStore(shelf).equals(Files.getFileStore(folder))) {
            throw new IOException(shelf + " is on another file system than " + folder
                    + ": name a directory on the same one, so that files can be moved at once");
        }
    }

    /** @throws IOException if the file cannot be moved */
    void take(Path file) throws IOException {
        move(file, place(file));
    }

    /** Likewise, with a text beside it that says why. */
    void take(Path file, String reason) throws IOException {
        Path place = place(file);
        Files.writeString(place.resolveSibling(place.getFileName() + ".txt"), reason + System.lineSeparator());
        move(file, place);
    }

    private static void move(Path file, Path place) throws IOException {
        Path sideCar = SideCar.of(file);
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        if (Files.exists(sideCar)) {
            Files.move(sideCar, SideCar.of(place), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path place(Path file) throws IOException {
        Path wanted = shelf.resolve(folder.relativize(file));
        Files.createDirectories(wanted.getParent());
        String name = wanted.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Path place = wanted;
        for (int number = 2; Files.exists(place); number++) {
            place = wanted.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
        }
        return place;
    }
}

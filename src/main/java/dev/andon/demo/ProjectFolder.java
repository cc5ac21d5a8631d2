package dev.andon.demo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;

/** Finds files that come with the program: below the working directory, or in a folder that the program stands in. */
public final class ProjectFolder {

    private ProjectFolder() {}

    /**
     * The file.
     *
     * @throws IOException if there is no such file in any of the places
     */
    public static Path find(Path file) throws IOException {
        List<Path> places = places();
        for (Path place : places) {
            if (Files.isRegularFile(place.resolve(file))) {
                return place.resolve(file);
            }
        }
        throw new IOException(file + " is in none of " + places + ": start it in the project's folder");
    }

    private static List<Path> places() {
        List<Path> places = new ArrayList<>(List.of(Path.of("").toAbsolutePath()));
        CodeSource source = ProjectFolder.class.getProtectionDomain().getCodeSource();
        try {
            Path folder = source == null ? null : Path.of(source.getLocation().toURI()).getParent();
            while (folder != null) {
                places.add(folder);
                folder = folder.getParent();
            }
        } catch (URISyntaxException e) {
            // The program is not on a file system; the working directory is what is left.
        }
        return places;
    }
}

package dev.andon.demo.cluster;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The folder of the registry server that the build unpacked. */
final class RegistryHome {

    static final String PROPERTY = "andon.registry.home";
    private static final String JAR = "quarkus-run.jar";

    private RegistryHome() {}

    /**
     * Where it is: the folder that the system property {@value #PROPERTY} names; else {@code registry} beside the folder
     * of this program; else {@code target/registry} below the working directory.
     *
     * @throws IOException if it is in none of these; the message says what to do
     */
    static Path find() throws IOException {
        return firstOf(places());
    }

    static Path firstOf(List<Path> places) throws IOException {
        for (Path place : places) {
            if (Files.exists(place.resolve(JAR))) {
                return place;
            }
        }
        throw new IOException("no schema registry server: " + JAR + " is in none of " + places
                + "; build with 'mvn package', which unpacks it to target/registry, or name its folder with -D"
                + PROPERTY + "=FOLDER");
    }

    private static List<Path> places() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return List.of(Path.of(named).toAbsolutePath());
        }
        List<Path> places = new ArrayList<>();
        Path folder = programFolder();
        if (folder != null) {
            places.add(folder.resolveSibling("registry"));
        }
        places.add(Path.of("target", "registry").toAbsolutePath());
        return places;
    }

    /** The folder that holds the jar, or the folder of the classes: both stand beside the server in a build. */
    private static @Nullable Path programFolder() {
        var source = RegistryHome.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return null;
        }
        try {
            Path program = Path.of(source.getLocation().toURI());
            return Files.isDirectory(program) ? program : program.getParent();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}

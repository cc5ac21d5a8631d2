package dev.andon.ingest;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files of an ingest, in the order of their paths. */
public final class ImageFiles {

    private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "gif", "bmp");

    private ImageFiles() {}

    /**
     * The images below a directory by their extensions, or the files that match a glob; hidden ones are left out.
     *
     * @param place a directory, a file, or a glob such as {@code shots/*.jpg} or {@code shots/**}
     * @throws IOException if a directory cannot be read or does not exist
     */
    public static List<Path> find(String place) throws IOException {
        Path path = Path.of(place);
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (Files.isDirectory(path)) {
            return walk(path).filter(ImageFiles::isImage).toList();
        }
        Path pattern = path.toAbsolutePath();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        return walk(fixedPart(pattern)).filter(file -> matcher.matches(file.toAbsolutePath())).toList();
    }

    /** Whether a file is an image by its extension. */
    public static boolean isImage(Path file) {
        return EXTENSIONS.contains(extension(file));
    }

    private static Stream<Path> walk(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(Files::isRegularFile).filter(file -> !isHidden(directory, file)).sorted().toList();
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        return files.stream();
    }

    private static boolean isHidden(Path directory, Path file) {
        for (Path name : directory.relativize(file)) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** The directories in front of the first name with a sign of a glob. */
    private static Path fixedPart(Path pattern) {
        Path fixed = pattern.getRoot();
        for (Path name : pattern) {
            if (name.toString().matches(".*[*?\\[{].*")) {
                return fixed;
            }
            fixed = fixed.resolve(name);
        }
        return fixed;
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

package dev.andon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.andon.config.AndonConfig;
import dev.andon.replay.images.ImageIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that look for recorded images: a directory besides what is configured. */
final class FolderOption {

    @Option(names = "--images", paramLabel = "DIRECTORY", description = "Look for images there too, and below: files with"
            + " the recorded SHA-256, whatever their names.")
    private @Nullable Path directory;

    /** The configuration by which an application may read there; ends the command where it is no directory. */
    AndonConfig allowedIn(AndonConfig config) {
        if (directory != null && !Files.isDirectory(directory)) {
            throw CommandFailure.misused("--images " + directory + " is no directory");
        }
        return directory == null ? config : config.with(config.images().reading(directory));
    }

    /** What stands there; ends the command where it cannot be read. */
    ImageIndex index(AndonConfig config) {
        if (directory == null) {
            return ImageIndex.EMPTY;
        }
        try {
            return ImageIndex.ofFolder(directory, config.images().maxBytes().bytes());
        } catch (IOException e) {
            throw CommandFailure.failed("--images " + directory + " cannot be read: " + e);
        }
    }

    /** What was given, to tell one choice from another. */
    List<String> given() {
        return directory == null ? List.of() : List.of(directory.toAbsolutePath().normalize().toString());
    }
}

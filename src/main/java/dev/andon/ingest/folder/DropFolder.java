package dev.andon.ingest.folder;

import java.nio.file.Path;
import java.time.Duration;

import dev.andon.ingest.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A folder that images are dropped into, and what is known of them.
 *
 * @param origin   of every image in it
 * @param path     the folder, subfolders included
 * @param done     where files go that have become frames; on the same file system
 * @param failed   where files go that cannot become any, each with its reason; on the same file system
 * @param settle   a file is whole once it has not changed for so long; 0 where files are renamed into the folder
 * @param pattern  what the names of files say; null for nothing
 * @param sideCars what stands beside them
 */
public record DropFolder(Origin origin, Path path, Path done, Path failed, Duration settle,
        @Nullable NamePattern pattern, SideCars sideCars) {

    /** Files beside the images that say more of them: {@code shot-1.json} for {@code shot-1.jpg}. */
    public enum SideCars {
        /** There are none. */
        NONE,
        /** One that is there when the image is taken is read. */
        OPTIONAL,
        /** An image waits for its own. */
        REQUIRED
    }
}

package dev.andon.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.andon.core.frame.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What a replay is to ask again.
 *
 * @param frames   which
 * @param folder   where to look for images besides
 * @param policies file with the recipes to ask by; null for the current ones
 */
record Wish(String name, FrameOptions frames, FolderOption folder, @Nullable Path policies) {

    private static final int DIGITS = 16;

    /** The same for the same wish, and another one for others. */
    String digest() {
        List<String> given = new ArrayList<>(frames.given());
        given.addAll(folder.given());
        given.add(policies == null ? "" : content(policies));
        return Sha256.hex(String.join("\0", given).getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw CommandFailure.failed("--policy " + file + " cannot be read: " + e);
        }
    }
}

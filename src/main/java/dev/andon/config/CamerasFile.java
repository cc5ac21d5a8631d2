package dev.andon.config;

import java.io.Reader;
import java.nio.file.Path;
import java.util.List;

/** The cameras of a process as people write them. */
public final class CamerasFile {

    private CamerasFile() {}

    /** Whether a file looks like one of cameras: it has a top-level key {@code cameras}. */
    public static boolean is(Path file) {
        return YamlTree.read(file, new Problems()).entries().containsKey("cameras");
    }

    /**
     * The cameras, or everything that is wrong with the file.
     *
     * @param largestImage {@code images.maxBytes}, which every buffer has to have room for
     */
    public static Outcome<CamerasConfig> read(Path file, DataSize largestImage) {
        Problems problems = new Problems();
        return read(YamlTree.read(file, problems), largestImage, problems);
    }

    /**
     * Likewise of a text.
     *
     * @param where it stands, for messages
     */
    public static Outcome<CamerasConfig> read(String where, Reader text, DataSize largestImage) {
        Problems problems = new Problems();
        return read(YamlTree.read(where, text, problems), largestImage, problems);
    }

    private static Outcome<CamerasConfig> read(Node.Mapping top, DataSize largestImage, Problems problems) {
        if (problems.any()) {
            return problems.unlessAny(() -> new CamerasConfig(null, null, List.of()));
        }
        CamerasConfig cameras = new CamerasReader(Section.of("", top, problems), largestImage).read();
        return problems.unlessAny(() -> cameras);
    }
}

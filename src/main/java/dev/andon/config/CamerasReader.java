package dev.andon.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import static dev.andon.config.Formats.INTEGER;
import static dev.andon.config.Formats.PATH;
import static dev.andon.config.Formats.WORD;

/** Makes cameras of the sections of a file. One thread. */
final class CamerasReader {

    private final Section root;
    private final DataSize largestImage;

    CamerasReader(Section root, DataSize largestImage) {
        this.root = root;
        this.largestImage = largestImage;
    }

    CamerasConfig read() {
        CamerasConfig.@Nullable Door door = root.section("door").map(CamerasReader::door).orElse(null);
        String triggerTopic = root.find("triggerTopic", WORD).orElse(null);
        List<CameraConfig> cameras = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<Path> spools = new HashSet<>();
        for (Section section : root.requiredSections("cameras")) {
            CameraConfig camera = new CameraReader(section, largestImage).read();
            if (!names.add(camera.camera())) {
                section.refuse("camera", "is there twice: give each camera a name of its own");
            }
            Path spool = camera.buffer().spool();
            if (spool != null && !spools.add(spool.toAbsolutePath().normalize())) {
                section.refuse("buffer", "shares its spool with another camera: give each a directory of its own");
            }
            cameras.add(camera);
        }
        root.refuseOthers();
        return new CamerasConfig(door, triggerTopic, cameras);
    }

    private static CamerasConfig.Door door(Section s) {
        CamerasConfig.Door door = new CamerasConfig.Door(s.get("host", "127.0.0.1", WORD),
                s.get("port", 0, INTEGER.with("from 0 to 65535", port -> port >= 0 && port <= 65_535)),
                s.find("tokenFile", PATH).orElse(null));
        s.refuseOthers();
        return door;
    }
}

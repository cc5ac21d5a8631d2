package dev.andon.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/** Where the pictures of a camera come from. */
public sealed interface SourceConfig {

    /**
     * A camera that sends video over the network.
     *
     * @param url       {@code rtsp}, {@code rtsps}, {@code http} or {@code https}, without user and password
     * @param loginFile holds {@code user:password}, and nothing else; null where the camera asks for none
     * @param silence   after so long without a picture it is connected anew
     */
    record Stream(URI url, @Nullable Path loginFile, Transport transport, Duration silence) implements SourceConfig {}

    /** What carries RTSP's packets. */
    enum Transport {
        TCP, UDP
    }

    /**
     * A video file, as if a camera saw it.
     *
     * @param speed times as fast as it was recorded; infinite for as fast as it goes
     * @param loop  begins anew at its end
     */
    record Video(Path file, double speed, boolean loop) implements SourceConfig {}

    /**
     * A folder that images are dropped into.
     *
     * @param done   where published files go; on the same file system
     * @param failed where files go that can be no frames; likewise
     */
    record Folder(Path path, @Nullable String pattern, ZoneId zone, SideCars sideCars, Duration settle, Path done,
            Path failed) implements SourceConfig {}

    /** Files beside images that say more of them. */
    enum SideCars {
        NONE, OPTIONAL, REQUIRED
    }
}

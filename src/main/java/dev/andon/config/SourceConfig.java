package dev.andon.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

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
    record Stream(URI url, @Nullable Path loginFile, Transport transport, Duration silence)
            implements
                SourceConfig {

        /** What an address looks like, for messages. */
        public static final String EXPECTED = "an address such as rtsp://camera-1:554/stream, without user and password:"
                + " these go to a file of their own";

        private static final Set<String> SCHEMES = Set.of("rtsp", "rtsps", "http", "https");

        /** The address that a text is; empty where it is none, or says who asks. */
        public static Optional<URI> address(String text) {
            try {
                URI url = new URI(text);
                boolean good = url.getScheme() != null && SCHEMES.contains(url.getScheme()) && url.getHost() != null
                        && url.getUserInfo() == null;
                return Optional.of(url).filter(_ -> good);
            } catch (URISyntaxException e) {
                return Optional.empty();
            }
        }
    }

    /** What carries RTSP's packets. */
    enum Transport {
        TCP, UDP
    }

    /**
     * A video file, as if a camera saw it.
     *
     * @param speed times as fast as it was recorded; infinite for as fast as it goes
     * @param loop  begins anew at its end
     * @param start when the first picture was taken; null for when it is begun with
     */
    record Video(Path file, double speed, boolean loop, @Nullable Instant start)
            implements
                SourceConfig {}

    /**
     * A folder that images are dropped into.
     *
     * @param done   where published files go; on the same file system
     * @param failed where files go that can be no frames; likewise
     */
    record Folder(Path path, @Nullable String pattern, ZoneId zone, SideCars sideCars, Duration settle, Path done,
            Path failed) implements SourceConfig {}

    /** Others post its images at the door, each by itself. */
    record Posted() implements SourceConfig {}

    /** Files beside images that say more of them. */
    enum SideCars {
        NONE, OPTIONAL, REQUIRED
    }
}

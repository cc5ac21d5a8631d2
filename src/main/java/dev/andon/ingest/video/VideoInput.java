package dev.andon.ingest.video;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** What ffmpeg reads. */
public sealed interface VideoInput {

    /**
     * A camera on the network.
     *
     * @param address   without user and password; {@code rtsp}, {@code rtsps}, {@code http} or {@code https}
     * @param login     null where it asks for none
     * @param transport of RTSP
     * @param silence   after so long without a byte, the connection is given up
     */
    record Stream(URI address, @Nullable Login login, Transport transport, Duration silence) implements VideoInput {}

    /**
     * A video file.
     *
     * @param speed  times as fast as it was recorded, above 0; infinite for as fast as it goes
     * @param looped begins anew at its end, for ever
     */
    record Recording(Path file, double speed, boolean looped) implements VideoInput {}

    /** What carries the packets of RTSP. */
    enum Transport {
        /** Loses nothing. */
        TCP,
        /** For cameras that know nothing else. */
        UDP;
    }
}

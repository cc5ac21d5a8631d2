package dev.andon.config;

import dev.andon.core.frame.LineId;
import org.jspecify.annotations.Nullable;

/**
 * A camera whose pictures become frames.
 *
 * @param camera       its id, unique within the file
 * @param station      where on the line it stands; null where nobody says so
 * @param part         number of all the parts that it sees; null where unknown
 * @param trigger      how triggers choose among its pictures; null where all become frames. Of video alone
 * @param expectedRate frames per second that are usual: with clearly fewer it is degraded; null where nobody says so
 * @param maintenance  whether somebody works on it: nothing is taken from it, and nobody is alarmed
 */
public record CameraConfig(String camera, LineId line, @Nullable String station, @Nullable String part,
        SourceConfig source,
        PicturesConfig pictures, @Nullable TriggerConfig trigger, BufferConfig buffer, @Nullable Double expectedRate,
        boolean maintenance) {}

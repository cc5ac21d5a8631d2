package dev.andon.ingest;

import java.util.List;

import dev.andon.core.frame.Area;
import dev.andon.core.frame.LineId;
import org.jspecify.annotations.Nullable;

/**
 * Which camera images come from.
 *
 * @param stationId  where on the line it stands; null where nobody said so
 * @param partNumber of everything that it sees, unless an image says otherwise; null where unknown
 * @param masks      what nobody may see of its images
 */
public record Origin(LineId line, String cameraId, @Nullable String stationId, @Nullable String partNumber,
        List<Area> masks) {

    public Origin {
        masks = List.copyOf(masks);
    }
}

package dev.andon.core.frame;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One image of one camera, and what it shows by the words of the camera side.
 *
 * @param id          unique within the line
 * @param line        the production line
 * @param cameraId    the camera, for recipes and reports
 * @param stationId   where on the line the camera stands
 * @param unitId      serial number of the part, where known
 * @param workOrder   where known
 * @param partNumber  type of the part, where known; selects the recipe
 * @param capturedAt  when the camera took it
 * @param contentType media type by the words of the camera side, for instance {@code image/jpeg}
 * @param size        bytes of the image by the words of the camera side
 * @param sha256      lower-case hex digest of the image by the words of the camera side
 * @param image       the image or where it is
 * @param quality     of the image by the words of the camera side, possible at least; null where nobody measured it
 */
public record Frame(
        FrameId id,
        LineId line,
        String cameraId,
        @Nullable String stationId,
        @Nullable String unitId,
        @Nullable String workOrder,
        @Nullable String partNumber,
        Instant capturedAt,
        String contentType,
        long size,
        String sha256,
        ImageSource image,
        @Nullable ImageQuality quality) {

    /** The same frame with its image elsewhere, or of another media type. */
    public Frame with(String type, ImageSource elsewhere) {
        return new Frame(id, line, cameraId, stationId, unitId, workOrder, partNumber, capturedAt, type, size, sha256,
                elsewhere, quality);
    }

    /** The same frame after its image was measured. */
    public Frame measured(ImageQuality found) {
        return new Frame(id, line, cameraId, stationId, unitId, workOrder, partNumber, capturedAt, contentType, size,
                sha256, image, found);
    }
}

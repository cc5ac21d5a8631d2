package dev.andon.ingest.http;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.Sha256;
import dev.andon.ingest.DigestId;

/**
 * Names frames: as the request says; otherwise, where it says when the image was captured, by a digest of line, camera,
 * instant and image, so that a request that is sent again is the same frame; otherwise at random, so that each request
 * is a new one. Any thread.
 */
final class FrameIds {

    private static final String PREFIX = "http";

    private final Supplier<UUID> random;

    FrameIds(Supplier<UUID> random) {
        this.random = random;
    }

    /** @param image as it is published */
    FrameId of(Labels labels, ImageBytes image) {
        Instant capturedAt = labels.particulars().capturedAt();
        if (labels.frameId() != null) {
            return labels.frameId();
        }
        return capturedAt == null
                ? new FrameId(PREFIX + "-" + random.get())
                : DigestId.of(PREFIX, labels.origin().line().value(), labels.origin().cameraId(), capturedAt.toString(),
                        Sha256.hex(image.array()));
    }
}

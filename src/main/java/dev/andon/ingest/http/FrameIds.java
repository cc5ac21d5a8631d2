package dev.andon.ingest.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.Sha256;
import dev.andon.ingest.Origin;

/**
 * Names frames: as the request says; otherwise, where it says when the image was captured, by a digest of line, camera,
 * instant and image, so that a request that is sent again is the same frame; otherwise at random, so that each request
 * is a new one. Any thread.
 */
final class FrameIds {

    private static final String PREFIX = "http-";
    private static final int DIGITS = 32;

    private final Supplier<UUID> random;

    FrameIds(Supplier<UUID> random) {
        this.random = random;
    }

    FrameId of(Submission submission) {
        Labels labels = submission.labels();
        Instant capturedAt = labels.particulars().capturedAt();
        if (labels.frameId() != null) {
            return labels.frameId();
        }
        return new FrameId(PREFIX + (capturedAt == null
                ? random.get().toString()
                : digest(labels.origin(), capturedAt, submission.image())));
    }

    private static String digest(Origin origin, Instant capturedAt, ImageBytes image) {
        String identity = String.join("\0", origin.line().value(), origin.cameraId(), capturedAt.toString(),
                Sha256.hex(image.array()));
        return Sha256.hex(identity.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }
}

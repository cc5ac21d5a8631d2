package dev.andon.ingest;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import dev.andon.config.ImagesConfig;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.Sha256;
import dev.andon.images.ImageLoader;
import dev.andon.images.LoadedImage;
import org.jspecify.annotations.Nullable;

/** Makes frames of images, after making sure that these can be decoded, and measures them. Any thread; computes for some milliseconds. */
public final class FrameMaker {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final ImageLoader loader;
    private final long maxBytes;

    /** @param limits of bytes and pixels; what is larger is unfit */
    public FrameMaker(ImagesConfig limits) {
        this.maxBytes = limits.maxBytes().bytes();
        this.loader = new ImageLoader(List.of(), maxBytes, limits.maxPixels());
    }

    /** Why an image of so many bytes need not be read; null where it may be. */
    public Made.@Nullable Unfit tooLarge(long size) {
        return size <= maxBytes
                ? null
                : new Made.Unfit("has " + size + " bytes, at most " + maxBytes
                        + " are allowed: raise images.maxBytes");
    }

    /**
     * The frame of an image, or why there is none.
     *
     * @param capturedAt where the particulars do not say so
     * @param reference  where the image can be read; null where it travels inside the frame
     */
    public Made make(FrameId id, Origin origin, Particulars particulars, Instant capturedAt, ImageBytes image,
            @Nullable URI reference) {
        Instant captured = particulars.capturedAt() == null ? capturedAt : particulars.capturedAt();
        String part = particulars.partNumber() == null ? origin.partNumber() : particulars.partNumber();
        Frame frame = new Frame(id, origin.line(), origin.cameraId(), origin.stationId(), particulars.unitId(),
                particulars.workOrder(), part, captured, UNKNOWN_TYPE, image.size(), Sha256.hex(image.array()),
                new ImageSource.Inline(image), null);
        return switch (loader.load(frame)) {
            case LoadedImage.Loaded loaded -> new Made.Ready(frame.with(loaded.contentType(),
                    reference == null ? frame.image() : new ImageSource.Reference(reference))
                    .measured(loaded.quality()));
            case LoadedImage.Failed(String detail) -> new Made.Unfit(detail);
        };
    }
}

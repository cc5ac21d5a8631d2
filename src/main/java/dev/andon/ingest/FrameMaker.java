package dev.andon.ingest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import dev.andon.config.ImagesConfig;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.Sha256;
import dev.andon.images.ImageLoader;
import dev.andon.images.LoadedImage;
import dev.andon.images.Redacted;
import dev.andon.images.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Makes frames of images: takes out what nobody may see, makes sure that they can be decoded, and measures them. Any thread;
 * computes for some milliseconds, for cameras with masks for some tens.
 *
 * <p>Digest, size, quality and name are of what is published. An image that travels by reference is somebody else's file and
 * stays as it is.
 */
public final class FrameMaker {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final Redaction redaction;
    private final ImageLoader loader;
    private final long maxBytes;

    /** @param limits of bytes and pixels; what is larger is unfit */
    public FrameMaker(ImagesConfig limits) {
        this.maxBytes = limits.maxBytes().bytes();
        this.redaction = new Redaction(limits.maxPixels());
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
     * @param name       gives the frame its name by the image as it is published
     * @param capturedAt where the particulars do not say so
     * @param reference  where the image can be read; null where it travels inside the frame
     */
    public Made make(Function<ImageBytes, FrameId> name, Origin origin, Particulars particulars, Instant capturedAt,
            ImageBytes image, @Nullable URI reference) {
        if (reference != null) {
            return origin.masks().isEmpty()
                    ? made(name, origin, particulars, capturedAt, image, new ImageSource.Reference(reference))
                    : new Made.Unfit("has masks, and they cannot be burnt into an image that travels by reference");
        }
        return switch (redaction.redact(image, origin.masks())) {
            case Redacted.Clean(ImageBytes clean) ->
                made(name, origin, particulars, capturedAt, clean, new ImageSource.Inline(clean));
            case Redacted.Unfit(String detail) -> new Made.Unfit(detail);
        };
    }

    private Made made(Function<ImageBytes, FrameId> name, Origin origin, Particulars particulars, Instant capturedAt,
            ImageBytes image, ImageSource source) {
        Instant captured = particulars.capturedAt() == null ? capturedAt : particulars.capturedAt();
        String part = particulars.partNumber() == null ? origin.partNumber() : particulars.partNumber();
        Frame frame = new Frame(name.apply(image), origin.line(), origin.cameraId(), origin.stationId(),
                particulars.unitId(), particulars.workOrder(), part, captured, UNKNOWN_TYPE, image.size(),
                Sha256.hex(image.array()), new ImageSource.Inline(image), null);
        return switch (loader.load(frame)) {
            case LoadedImage.Loaded loaded ->
                new Made.Ready(frame.with(loaded.contentType(), source).measured(loaded.quality()));
            case LoadedImage.Failed(String detail) -> new Made.Unfit(detail);
        };
    }
}

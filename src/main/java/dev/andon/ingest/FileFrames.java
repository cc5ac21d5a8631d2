package dev.andon.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

/**
 * Makes frames of image files. A frame is captured when its file was last written. Its id is a digest of line, file and
 * content, so that the same file ingested twice is one frame. Any thread.
 */
public final class FileFrames {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final Origin origin;
    private final boolean byReference;
    private final long maxBytes;
    private final ImageLoader loader;

    /**
     * @param byReference whether the frames point to the files in place of holding the images
     * @param limits      of bytes and pixels; what is larger is unfit
     */
    public FileFrames(Origin origin, boolean byReference, ImagesConfig limits) {
        this.origin = origin;
        this.byReference = byReference;
        this.maxBytes = limits.maxBytes().bytes();
        this.loader = new ImageLoader(List.of(), maxBytes, limits.maxPixels());
    }

    /** Reads a file and makes sure that its image can be decoded. */
    public FileFrame read(Path file) {
        try {
            long size = Files.size(file);
            if (size > maxBytes) {
                return new FileFrame.Unfit(file, "has " + size + " bytes, at most " + maxBytes
                        + " are allowed: raise images.maxBytes");
            }
            Instant captured = Files.getLastModifiedTime(file).toInstant();
            return checked(file, frame(file, ImageBytes.of(Files.readAllBytes(file)), captured));
        } catch (NoSuchFileException e) {
            return new FileFrame.Unfit(file, "does not exist");
        } catch (IOException e) {
            return new FileFrame.Unfit(file, "cannot be read: " + e.getMessage());
        }
    }

    private FileFrame checked(Path file, Frame frame) {
        return switch (loader.load(frame)) {
            case LoadedImage.Loaded loaded -> new FileFrame.Ready(file, withType(frame, loaded.contentType(), file));
            case LoadedImage.Failed failed -> new FileFrame.Unfit(file, failed.detail());
        };
    }

    private Frame frame(Path file, ImageBytes image, Instant captured) {
        String sha256 = Sha256.hex(image.array());
        return new Frame(id(file, sha256), origin.line(), origin.cameraId(), null, null, null, origin.partNumber(),
                captured, UNKNOWN_TYPE, image.size(), sha256, new ImageSource.Inline(image));
    }

    private FrameId id(Path file, String sha256) {
        String identity = origin.line() + "\0" + file.toAbsolutePath().normalize() + "\0" + sha256;
        return new FrameId("file-" + Sha256.hex(identity.getBytes(StandardCharsets.UTF_8)).substring(0, 32));
    }

    private Frame withType(Frame frame, String contentType, Path file) {
        ImageSource image = byReference
                ? new ImageSource.Reference(file.toAbsolutePath().normalize().toUri())
                : frame.image();
        return new Frame(frame.id(), frame.line(), frame.cameraId(), null, null, null, frame.partNumber(),
                frame.capturedAt(), contentType, frame.size(), frame.sha256(), image);
    }
}

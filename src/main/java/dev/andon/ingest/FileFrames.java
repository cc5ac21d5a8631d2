package dev.andon.ingest;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.Sha256;

/**
 * Makes frames of image files. A frame is captured when its file was last written. Its id is a digest of line, file and
 * content, so that the same file ingested twice is one frame. Any thread.
 */
public final class FileFrames {

    private final Origin origin;
    private final boolean byReference;
    private final FrameMaker maker;

    /** @param byReference whether the frames point to the files in place of holding the images */
    public FileFrames(Origin origin, boolean byReference, FrameMaker maker) {
        this.origin = origin;
        this.byReference = byReference;
        this.maker = maker;
    }

    /** Reads a file and makes sure that its image can be decoded. */
    public Made read(Path file) {
        try {
            long size = Files.size(file);
            if (size > maker.maxBytes()) {
                return new Made.Unfit("has " + size + " bytes, at most " + maker.maxBytes()
                        + " are allowed: raise images.maxBytes");
            }
            Instant written = Files.getLastModifiedTime(file).toInstant();
            ImageBytes image = ImageBytes.of(Files.readAllBytes(file));
            URI reference = byReference ? file.toAbsolutePath().normalize().toUri() : null;
            return maker.make(id(file, image), origin, Particulars.NONE, written, image, reference);
        } catch (NoSuchFileException e) {
            return new Made.Unfit("does not exist");
        } catch (IOException e) {
            return new Made.Unfit("cannot be read: " + e.getMessage());
        }
    }

    private FrameId id(Path file, ImageBytes image) {
        String identity = origin.line() + "\0" + file.toAbsolutePath().normalize() + "\0" + Sha256.hex(image.array());
        return new FrameId("file-" + Sha256.hex(identity.getBytes(StandardCharsets.UTF_8)).substring(0, 32));
    }
}

package dev.andon.ingest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.Sha256;

/**
 * Makes frames of image files. A frame is captured when its file was last written. Its id is a digest of line, file and
 * published content, so that the same file ingested twice is one frame. Any thread.
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
            Made.Unfit tooLarge = maker.tooLarge(Files.size(file));
            if (tooLarge != null) {
                return tooLarge;
            }
            Instant written = Files.getLastModifiedTime(file).toInstant();
            ImageBytes image = ImageBytes.of(Files.readAllBytes(file));
            URI reference = byReference ? file.toAbsolutePath().normalize().toUri() : null;
            return maker.make(published -> id(file, published), origin, Particulars.NONE, written, image, reference);
        } catch (NoSuchFileException e) {
            return new Made.Unfit("does not exist");
        } catch (IOException e) {
            return new Made.Unfit("cannot be read: " + e.getMessage());
        }
    }

    private FrameId id(Path file, ImageBytes image) {
        return DigestId.of("file", origin.line().value(), file.toAbsolutePath().normalize().toString(),
                Sha256.hex(image.array()));
    }
}

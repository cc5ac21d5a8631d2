package dev.andon.images;

import java.net.URI;
import java.time.Instant;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Sha256;

/** Frames around images. */
final class Frames {

    private Frames() {}

    static Frame inline(byte[] image) {
        return of(new ImageSource.Inline(ImageBytes.of(image)), image.length, Sha256.hex(image), "image/jpeg");
    }

    static Frame at(URI uri, byte[] image) {
        return of(new ImageSource.Reference(uri), image.length, Sha256.hex(image), "image/jpeg");
    }

    static Frame of(ImageSource source, long size, String sha256, String contentType) {
        return new Frame(new FrameId("frame-1"), new LineId("line-1"), "cam-1", null, null, null, null,
                Instant.EPOCH, contentType, size, sha256, source, null);
    }
}

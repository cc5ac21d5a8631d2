package dev.andon.chaos.feed;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Sha256;

/** Makes frames of shots, good and spoilt. Any thread. */
final class Darkroom {

    private static final URI OUTSIDE = URI.create("file:///etc/hostname");

    private final Album album;
    private final Path files;

    /** @param files an existing directory for images by uri */
    Darkroom(Album album, Path files) {
        this.album = album;
        this.files = files.toAbsolutePath();
    }

    /**
     * Develops a shot.
     *
     * @throws IOException if the file of an image by uri cannot be written
     */
    Frame frame(String line, Shot shot, Instant captured) throws IOException {
        byte[] image = image(shot);
        return new Frame(new FrameId(shot.frameId()), new LineId(line), line + "-cam", null, null, null,
                partNumber(line), captured, "image/jpeg", image.length, Sha256.hex(image), source(shot, image), null);
    }

    private byte[] image(Shot shot) {
        byte[] jpeg = album.bytes(shot.picture());
        return switch (shot.content()) {
            case TEXT -> ("this is no image: " + shot.frameId()).getBytes(StandardCharsets.UTF_8);
            case TRUNCATED -> Arrays.copyOf(jpeg, jpeg.length * 2 / 3);
            case IMAGE, OUTSIDE, ASTRAY, GARBAGE -> jpeg;
        };
    }

    private ImageSource source(Shot shot, byte[] image) throws IOException {
        if (shot.content() == Content.OUTSIDE) {
            return new ImageSource.Reference(OUTSIDE);
        }
        if (!shot.byUri()) {
            return new ImageSource.Inline(ImageBytes.of(image));
        }
        Path file = Files.write(files.resolve(shot.frameId() + ".jpg"), image);
        return new ImageSource.Reference(file.toUri());
    }

    /** As the recipe of the product wants it. */
    private static String partNumber(String line) {
        return switch (LineNames.product(line)) {
            case "bracket" -> "BR-100";
            case "bottle" -> "BT-200";
            default -> "PB-300";
        };
    }
}

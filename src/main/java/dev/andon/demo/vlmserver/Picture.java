package dev.andon.demo.vlmserver;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import dev.andon.core.frame.ImageBytes;

/** What the server makes of the bytes of an image. */
sealed interface Picture {

    record Seen(BufferedImage image) implements Picture {}

    record Unreadable(String why) implements Picture {}

    /** Greatest width × height that is decoded. */
    long MAX_PIXELS = 50_000_000;

    static Picture decode(ImageBytes bytes) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes.array()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            return readers.hasNext() ? decode(readers.next(), stream) : new Unreadable("unknown image format");
        } catch (IOException | RuntimeException e) {
            return new Unreadable("cannot identify image file: " + e.getMessage());
        }
    }

    private static Picture decode(ImageReader reader, ImageInputStream stream) throws IOException {
        try {
            reader.setInput(stream, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            return pixels > MAX_PIXELS
                    ? new Unreadable("the image has " + pixels + " pixels, at most " + MAX_PIXELS + " are decoded")
                    : new Seen(reader.read(0));
        } finally {
            reader.dispose();
        }
    }
}

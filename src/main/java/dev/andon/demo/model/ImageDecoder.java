package dev.andon.demo.model;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes what the model is shown; large pictures at reduced size. Any thread. */
final class ImageDecoder {

    private static final int LARGEST_SIDE = 1600;
    private static final int SMALLEST_SIDE = 32;
    private static final long MOST_PIXELS = 100_000_000;

    private ImageDecoder() {}

    /** Empty where the bytes are no image, or one that is too small or too large to be looked at. */
    static Optional<BufferedImage> decode(byte[] bytes) {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    static Pixels pixels(BufferedImage image) {
        BufferedImage bgr = image;
        if (image.getType() != BufferedImage.TYPE_3BYTE_BGR || image.getRaster().getParent() != null) {
            bgr = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D g = bgr.createGraphics();
            g.drawImage(image, 0, 0, null);
            g.dispose();
        }
        return new Pixels(((DataBufferByte) bgr.getRaster().getDataBuffer()).getData(), bgr.getWidth(),
                bgr.getHeight());
    }

    private static Optional<BufferedImage> read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.min(width, height) < SMALLEST_SIDE || (long) width * height > MOST_PIXELS) {
            return Optional.empty();
        }
        int step = 1 + (Math.max(width, height) - 1) / LARGEST_SIDE;
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(reader.read(0, param));
    }
}

package dev.andon.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes images, without metadata. No temporary files. Pure functions. */
final class Encoder {

    private Encoder() {}

    /**
     * A JPEG.
     *
     * @param image   of 8 bits
     * @param quality 0 to 1
     */
    static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = writer(ImageFormat.JPEG);
        ImageWriteParam fine = writer.getDefaultWriteParam();
        fine.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        fine.setCompressionQuality(quality);
        return encoded(image, writer, fine);
    }

    /** A PNG. */
    static byte[] png(BufferedImage image) throws IOException {
        ImageWriter writer = writer(ImageFormat.PNG);
        return encoded(image, writer, writer.getDefaultWriteParam());
    }

    private static ImageWriter writer(ImageFormat format) {
        return ImageIO.getImageWritersByMIMEType(format.contentType()).next();
    }

    private static byte[] encoded(BufferedImage image, ImageWriter writer, ImageWriteParam param) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

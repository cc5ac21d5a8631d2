package dev.andon.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images made for tests: a plate with holes, encoded and damaged in every way. */
public final class Pictures {

    /** Adobe's marker, for components that are stored as they are. */
    private static final byte[] ADOBE = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0,
        0};

    private static final byte[] SHORT_JFIF = {(byte) 0xff, (byte) 0xe0, 0, 8, 'J', 'F', 'I', 'F', 0, 1};

    private Pictures() {}

    public static BufferedImage plate(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(180, 184, 190));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(30, 30, 34));
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            int radius = 3 + random.nextInt(width / 16);
            pen.fillOval(random.nextInt(width), random.nextInt(height), radius, radius);
        }
        pen.dispose();
        return image;
    }

    public static byte[] jpeg() {
        return encode(plate(320, 240, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    public static byte[] png() {
        return encode(plate(160, 120, BufferedImage.TYPE_INT_RGB), "png");
    }

    public static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, format, output)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] progressiveJpeg() throws IOException {
        return progressiveJpeg(320, 240);
    }

    public static byte[] progressiveJpeg(int width, int height) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(plate(width, height, BufferedImage.TYPE_INT_RGB), null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** So many pixels of one colour. */
    public static int[] pixels(int count, int rgb) {
        int[] all = new int[count];
        Arrays.fill(all, rgb);
        return all;
    }

    /** Red, green and blue as they are, not as luma and colour differences: so says Adobe's marker. */
    public static byte[] rgbJpeg(BufferedImage image) throws IOException {
        return with(jpeg(image.getRaster()), 2, ADOBE);
    }

    /** Likewise without a marker, but with one that is named like that of JFIF and too short for it. */
    public static byte[] rgbJpegThatSeemsJfif(BufferedImage image) throws IOException {
        return with(jpeg(image.getRaster()), 2, SHORT_JFIF);
    }

    /** A JPEG of JFIF with the profile of one of Java's colour spaces behind its first segment. */
    public static byte[] withProfile(byte[] jpeg, int colourSpace) {
        byte[] profile = ICC_Profile.getInstance(colourSpace).getData();
        byte[] segment = ByteBuffer.allocate(18 + profile.length).putShort((short) 0xffe2)
                .putShort((short) (16 + profile.length)).put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII))
                .put(profile).array();
        return with(jpeg, 20, segment);
    }

    /** Four components without a marker that says what they mean: CMYK to every decoder. */
    public static byte[] cmykJpeg() throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 48, 4, null);
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 64; x++) {
                raster.setPixel(x, y, new int[]{x * 3, y * 4, (x ^ y) & 0xff, 20});
            }
        }
        return jpeg(raster);
    }

    /** Cyan, magenta, yellow and black as printers have them, and a marker that says so: Adobe's, with all inverted. */
    public static byte[] cmykJpegOfAdobe() throws IOException {
        return with(cmykJpeg(), 2, ADOBE);
    }

    /** The bands as they are, each a component. */
    private static byte[] jpeg(Raster bands) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(new IIOImage(bands, null, null));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static byte[] animatedGif() throws IOException {
        return gif(3);
    }

    public static byte[] gif(int images) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(writer.getDefaultStreamMetadata(null));
            for (int i = 0; i < images; i++) {
                BufferedImage frame = plate(100 + i, 80, BufferedImage.TYPE_BYTE_INDEXED);
                writer.writeToSequence(new IIOImage(frame, null,
                        writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null)), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A PNG of a few bytes whose header claims any size. */
    public static byte[] pngThatClaims(int width, int height) {
        byte[] header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width)
                .putInt(height).put(new byte[]{8, 2, 0, 0, 0}).array();
        return pngOf(chunk(header), chunk("IEND".getBytes(StandardCharsets.US_ASCII)));
    }

    /** The signature and these chunks. */
    public static byte[] pngOf(byte[]... chunks) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        for (byte[] chunk : chunks) {
            png.writeBytes(chunk);
        }
        return png.toByteArray();
    }

    /** A chunk of PNG: its type and data between length and checksum. */
    public static byte[] chunk(byte[] typeAndData) {
        CRC32 crc = new CRC32();
        crc.update(typeAndData);
        return ByteBuffer.allocate(typeAndData.length + 8).putInt(typeAndData.length - 4).put(typeAndData)
                .putInt((int) crc.getValue()).array();
    }

    /** An image with something put in at a position. */
    public static byte[] with(byte[] image, int position, byte[] piece) {
        return ByteBuffer.allocate(image.length + piece.length).put(image, 0, position).put(piece)
                .put(image, position, image.length - position).array();
    }

    /** The same bytes again and again. */
    public static byte[] times(int count, int... bytes) {
        byte[] all = new byte[count * bytes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) bytes[i % bytes.length];
        }
        return all;
    }

    /** The JPEG of {@link #jpeg()} whose frame header claims any process and size. */
    public static byte[] jpegThatClaims(int marker, int width, int height) {
        byte[] jpeg = jpeg();
        for (int i = 0; i < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) {
                ByteBuffer.wrap(jpeg).put(i + 1, (byte) marker).putShort(i + 5, (short) height).putShort(i + 7,
                        (short) width);
                return jpeg;
            }
        }
        throw new IllegalStateException("no frame header");
    }

    public static byte[] firstPart(byte[] image, double share) {
        return Arrays.copyOf(image, (int) (image.length * share));
    }
}

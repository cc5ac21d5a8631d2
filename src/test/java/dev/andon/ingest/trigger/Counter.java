package dev.andon.ingest.trigger;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A number that is burnt into pictures, as a row of black and white blocks. Pure functions. */
final class Counter {

    private static final int BITS = 16;
    private static final int BLOCK = 8;
    private static final int WIDTH = BITS * BLOCK;
    private static final int HEIGHT = 96;

    private Counter() {}

    /** A JPEG that shows the number. */
    static byte[] burn(int number) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, Color.GREEN, WIDTH, HEIGHT, Color.ORANGE));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        for (int bit = 0; bit < BITS; bit++) {
            g.setColor((number >> bit & 1) == 1 ? Color.WHITE : Color.BLACK);
            g.fillRect(bit * BLOCK, 0, BLOCK, BLOCK);
        }
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "jpeg", stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The number that a picture shows. */
    static int read(byte[] jpeg) {
        try {
            BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg)));
            int number = 0;
            for (int bit = 0; bit < BITS; bit++) {
                int green = image.getRGB(bit * BLOCK + BLOCK / 2, BLOCK / 2) >> 8 & 0xff;
                number |= (green > 127 ? 1 : 0) << bit;
            }
            return number;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

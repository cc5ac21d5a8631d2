package dev.andon.vlm;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import dev.andon.core.frame.ImageBytes;

/** A small picture that every model can describe: a blue disc, a red square and two black bars on white. */
final class ProbeImage {

    static final String CONTENT_TYPE = "image/png";

    private static final int SIDE = 224;

    private ProbeImage() {}

    static ImageBytes png() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        fill(g, Color.WHITE, 0, 0, SIDE, SIDE);
        fill(g, Color.RED, 150, 30, 50, 50);
        fill(g, Color.BLACK, 20, 180, 180, 8);
        fill(g, Color.BLACK, 20, 196, 180, 8);
        g.setColor(Color.BLUE);
        g.fillOval(30, 40, 100, 100);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return ImageBytes.of(out.toByteArray());
    }

    private static void fill(Graphics2D g, Color color, int x, int y, int width, int height) {
        g.setColor(color);
        g.fillRect(x, y, width, height);
    }
}

package dev.andon.demo.cameras;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** What is behind the parts. Drawn once per camera: it is slow. */
final class Scenery {

    static final int WIDTH = 1280;
    static final int HEIGHT = 960;
    /** How far the belt can be shifted before the picture ends. */
    static final int SPARE = 256;

    /** Top edge of the belt in the side view. */
    static final int BELT_TOP = 830;

    private Scenery() {}

    /** A dark rubber belt from above. */
    static BufferedImage beltFromAbove(RandomGenerator random) {
        BufferedImage image = new BufferedImage(WIDTH + SPARE, HEIGHT, BufferedImage.TYPE_INT_RGB);
        rubber(image, 0, random);
        Graphics2D g = graphics(image);
        rails(g);
        wear(g, random);
        g.dispose();
        return image;
    }

    /** A light wall above a belt seen from the side. */
    static BufferedImage beltFromTheSide(RandomGenerator random) {
        BufferedImage image = new BufferedImage(WIDTH + SPARE, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = graphics(image);
        g.setPaint(new GradientPaint(0, 0, new Color(196, 200, 204), 0, BELT_TOP, new Color(170, 174, 178)));
        g.fillRect(0, 0, image.getWidth(), BELT_TOP);
        panels(g);
        rubber(image, BELT_TOP, random);
        g.setPaint(new GradientPaint(0, BELT_TOP, new Color(120, 122, 124), 0, BELT_TOP + 16, new Color(60, 61, 63)));
        g.fillRect(0, BELT_TOP, image.getWidth(), 16);
        g.dispose();
        return image;
    }

    static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    private static void rubber(BufferedImage image, int top, RandomGenerator random) {
        double phase = random.nextDouble(6.0);
        for (int y = top; y < HEIGHT; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double weave = ((x / 5 + y / 5) & 1) == 0 ? 3 : -3;
                double cloud = 4 * Math.sin(x * 0.011 + phase) * Math.cos(y * 0.017 - phase);
                int grey = (int) (52 + weave + cloud + random.nextGaussian() * 2);
                image.setRGB(x, y, (grey << 16) | (grey << 8) | (grey + 3));
            }
        }
    }

    private static void rails(Graphics2D g) {
        for (int y : new int[]{0, HEIGHT - 54}) {
            g.setPaint(new GradientPaint(0, y, new Color(126, 128, 130), 0, y + 54, new Color(84, 86, 88)));
            g.fillRect(0, y, WIDTH + SPARE, 54);
            g.setColor(new Color(30, 30, 32));
            g.fillRect(0, y == 0 ? 54 : y - 5, WIDTH + SPARE, 5);
        }
    }

    private static void wear(Graphics2D g, RandomGenerator random) {
        for (int i = 0; i < 26; i++) {
            double x = random.nextDouble(WIDTH + SPARE);
            double y = random.nextDouble(70, HEIGHT - 70);
            g.setColor(new Color(70, 70, 72, 90));
            g.setStroke(new BasicStroke((float) random.nextDouble(0.6, 1.8)));
            g.draw(new Line2D.Double(x, y, x + random.nextDouble(20, 160), y + random.nextDouble(-5, 5)));
        }
    }

    private static void panels(Graphics2D g) {
        g.setColor(new Color(150, 154, 158));
        for (int x = 60; x < WIDTH + SPARE; x += 420) {
            g.fillRect(x, 0, 3, BELT_TOP);
        }
    }
}

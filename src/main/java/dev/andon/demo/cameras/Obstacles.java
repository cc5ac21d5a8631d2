package dev.andon.demo.cameras;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.random.RandomGenerator;

/** Things between the part and the camera: reflections, tools that reach in, objects that do not belong there. */
final class Obstacles {

    private Obstacles() {}

    /** A soft veil, or some small hard highlights. */
    static void glare(Graphics2D g, Point2D at, double strength, RandomGenerator random) {
        if (random.nextBoolean()) {
            double off = (1 - strength) * random.nextDouble(0, 160);
            double angle = random.nextDouble(2 * Math.PI);
            glow(g, at.getX() + off * Math.cos(angle), at.getY() + off * Math.sin(angle), 70 + 230 * strength,
                    0.55 + 0.45 * strength);
            return;
        }
        for (int i = 0; i < 3 + (int) (5 * strength); i++) {
            glow(g, at.getX() + random.nextGaussian() * 60, at.getY() + random.nextGaussian() * 50,
                    random.nextDouble(12, 22), 1);
        }
    }

    private static void glow(Graphics2D g, double x, double y, double radius, double alpha) {
        int core = (int) (255 * alpha);
        g.setPaint(new RadialGradientPaint(new Point2D.Double(x, y), (float) radius, new float[]{0, 0.45f, 1},
                new Color[]{new Color(255, 255, 252, core), new Color(255, 255, 250, core * 3 / 4),
                    new Color(255, 255, 248, 0)}));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** A gripper or a cable that reaches in from the edge of the frame. */
    static void occlusion(Graphics2D g, Point2D at, double strength, RandomGenerator random) {
        double width = 40 + 190 * strength;
        double angle = random.nextDouble(-0.5, 0.5) + (random.nextBoolean() ? Math.PI : 0);
        double miss = (1 - strength) * random.nextDouble(40, 190);
        AffineTransform before = g.getTransform();
        g.translate(at.getX(), at.getY());
        g.rotate(angle);
        g.translate(0, -width / 2 + miss);
        int tone = random.nextInt(70, 120);
        g.setColor(new Color(tone / 3, tone / 3, tone / 3, 150));
        g.fill(new Rectangle2D.Double(-1000, -2, 1000 + width / 2 + 8, width + 16));
        g.setColor(new Color(tone, tone, tone + 6));
        g.fill(new RoundRectangle2D.Double(-1000, 0, 1000 + width / 2, width, 24, 24));
        g.setColor(new Color(tone / 2, tone / 2, tone / 2));
        g.fill(new Rectangle2D.Double(-1000, width * 0.45, 960, 5));
        g.setTransform(before);
    }

    /** A leaf, a strip of tape, a clip or a washer. */
    static void foreignObject(Graphics2D g, Point2D at, double strength, RandomGenerator random) {
        double angle = random.nextDouble(2 * Math.PI);
        double off = (1 - strength) * random.nextDouble(120, 420);
        double size = 0.6 + 0.9 * strength;
        AffineTransform before = g.getTransform();
        g.translate(at.getX() + off * Math.cos(angle), at.getY() + off * Math.sin(angle));
        g.rotate(random.nextDouble(2 * Math.PI));
        g.scale(size, size);
        switch (random.nextInt(4)) {
            case 0 -> leaf(g);
            case 1 -> tape(g);
            case 2 -> clip(g);
            default -> washer(g);
        }
        g.setTransform(before);
    }

    private static void leaf(Graphics2D g) {
        Path2D leaf = new Path2D.Double();
        leaf.moveTo(-95, 0);
        leaf.curveTo(-40, -62, 50, -52, 95, 0);
        leaf.curveTo(50, 52, -40, 62, -95, 0);
        g.setColor(new Color(136, 146, 38));
        g.fill(leaf);
        g.setColor(new Color(96, 100, 30));
        g.fill(new Rectangle2D.Double(-110, -2, 200, 4));
    }

    private static void tape(Graphics2D g) {
        g.setColor(new Color(224, 190, 30));
        g.fill(new Rectangle2D.Double(-120, -26, 240, 52));
        g.setColor(new Color(30, 30, 30));
        for (int x = -110; x < 110; x += 48) {
            g.fill(new Rectangle2D.Double(x, -26, 22, 52));
        }
    }

    private static void clip(Graphics2D g) {
        g.setColor(new Color(196, 40, 120));
        g.fill(new RoundRectangle2D.Double(-80, -34, 160, 68, 30, 30));
        g.setColor(new Color(120, 20, 70));
        g.fill(new RoundRectangle2D.Double(-50, -12, 100, 24, 20, 20));
    }

    private static void washer(Graphics2D g) {
        g.setColor(new Color(118, 116, 112));
        g.fill(new Ellipse2D.Double(-46, -46, 92, 92));
        g.setColor(new Color(24, 24, 26));
        g.fill(new Ellipse2D.Double(-24, -24, 48, 48));
    }
}

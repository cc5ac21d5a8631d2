package dev.andon.demo.cameras;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.random.RandomGenerator;

/** A stamped steel plate of 640 × 320 with a hole near each corner and a slot in the middle. */
record Bracket() implements Product {

    static final double HALF_WIDTH = 320;
    static final double HALF_HEIGHT = 160;

    private static final double HOLE_X = 240;
    private static final double HOLE_Y = 92;
    private static final double HOLE_RADIUS = 34;
    private static final double HAIRLINES = 0.42;

    @Override
    public String name() {
        return "bracket";
    }

    @Override
    public String partNumber() {
        return "BR-100";
    }

    @Override
    public List<String> defects() {
        return List.of("missing_hole", "crack");
    }

    @Override
    public BufferedImage scene(RandomGenerator random) {
        return Scenery.beltFromAbove(random);
    }

    @Override
    public Pose pose(RandomGenerator random) {
        return Pose.around(640, 480, 90, 8, 0.07, random);
    }

    @Override
    public Point2D decisivePlace(RandomGenerator random) {
        return random.nextInt(4) > 0
                ? hole(random.nextInt(4))
                : new Point2D.Double(random.nextDouble(-150, 150), random.nextBoolean() ? 100 : -100);
    }

    @Override
    public void draw(Graphics2D g, String label, RandomGenerator random) {
        Shape plate = plate(label.equals("missing_hole") ? random.nextInt(4) : -1);
        g.setColor(new Color(0, 0, 0, 90));
        g.fill(AffineTransform.getTranslateInstance(9, 11).createTransformedShape(plate));
        int tone = random.nextInt(-10, 11);
        g.setPaint(new GradientPaint(-300, -160, grey(182 + tone), 300, 160, grey(150 + tone)));
        g.fill(plate);
        brush(g, plate, random);
        g.setStroke(new BasicStroke(3.5f));
        g.setColor(new Color(92, 94, 98));
        g.draw(plate);
        if (label.equals("crack")) {
            crack(g, random);
        }
    }

    private static Point2D hole(int index) {
        return new Point2D.Double(index % 2 == 0 ? -HOLE_X : HOLE_X, index < 2 ? -HOLE_Y : HOLE_Y);
    }

    private static Shape plate(int missing) {
        Path2D plate = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        plate.append(new RoundRectangle2D.Double(-HALF_WIDTH, -HALF_HEIGHT, 2 * HALF_WIDTH, 2 * HALF_HEIGHT, 56, 56),
                false);
        for (int i = 0; i < 4; i++) {
            if (i != missing) {
                Point2D hole = hole(i);
                plate.append(new Ellipse2D.Double(hole.getX() - HOLE_RADIUS, hole.getY() - HOLE_RADIUS,
                        2 * HOLE_RADIUS, 2 * HOLE_RADIUS), false);
            }
        }
        plate.append(new RoundRectangle2D.Double(-80, -26, 160, 52, 52, 52), false);
        return plate;
    }

    private static void brush(Graphics2D g, Shape plate, RandomGenerator random) {
        Shape clip = g.getClip();
        g.clip(plate);
        g.setStroke(new BasicStroke(1.2f));
        for (int i = 0; i < 70; i++) {
            double y = random.nextDouble(-HALF_HEIGHT, HALF_HEIGHT);
            double x = random.nextDouble(-HALF_WIDTH - 100, HALF_WIDTH);
            int tone = random.nextBoolean() ? 255 : 0;
            g.setColor(new Color(tone, tone, tone, random.nextInt(8, 26)));
            g.draw(new Line2D.Double(x, y, x + random.nextDouble(60, 400), y));
        }
        g.setClip(clip);
    }

    /** From a long edge inwards; some are hairlines. */
    private static void crack(Graphics2D g, RandomGenerator random) {
        boolean hairline = random.nextDouble() < HAIRLINES;
        double side = random.nextBoolean() ? 1 : -1;
        double x = random.nextDouble(-150, 150);
        Path2D path = new Path2D.Double();
        path.moveTo(x, side * HALF_HEIGHT);
        double lean = random.nextDouble(-0.25, 0.25);
        double length = random.nextDouble(85, 118);
        for (double depth = 0; depth < length; depth += 7) {
            x += lean * 7 + random.nextDouble(-2.5, 2.5);
            path.lineTo(x, side * (HALF_HEIGHT - depth));
        }
        g.setColor(new Color(38, 34, 34, hairline ? random.nextInt(14, 60) : random.nextInt(190, 250)));
        g.setStroke(new BasicStroke(hairline ? 1.4f : (float) random.nextDouble(3.2, 5)));
        g.draw(path);
    }

    private static Color grey(int value) {
        return new Color(value, value, Math.min(255, value + 4));
    }
}

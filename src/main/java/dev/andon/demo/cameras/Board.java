package dev.andon.demo.cameras;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.random.RandomGenerator;

/** A small green circuit board of 600 × 420: a chip with two rows of seven soldered pins, and four small components. */
record Board() implements Product {

    private static final int PINS = 7;
    private static final double PIN_PITCH = 34;
    private static final double PIN_X = -204;
    private static final double SOLDER_Y = 118;
    private static final double CHIP_X = -102;

    @Override
    public String name() {
        return "board";
    }

    @Override
    public String partNumber() {
        return "PB-300";
    }

    @Override
    public List<String> defects() {
        return List.of("solder_bridge", "missing_component");
    }

    @Override
    public BufferedImage scene(RandomGenerator random) {
        return Scenery.beltFromAbove(random);
    }

    @Override
    public Pose pose(RandomGenerator random) {
        return Pose.around(640, 480, 90, 7, 0.06, random);
    }

    @Override
    public Point2D decisivePlace(RandomGenerator random) {
        return random.nextInt(5) < 2
                ? component(random.nextInt(4))
                : new Point2D.Double(PIN_X + random.nextInt(PINS) * PIN_PITCH,
                        random.nextBoolean() ? SOLDER_Y : -SOLDER_Y);
    }

    @Override
    public void draw(Graphics2D g, String label, RandomGenerator random) {
        g.setColor(new Color(0, 0, 0, 90));
        g.fill(new RoundRectangle2D.Double(-292, -200, 600, 420, 20, 20));
        laminate(g, random);
        pins(g, random);
        if (label.equals("solder_bridge")) {
            bridge(g, random);
        }
        chip(g);
        int missing = label.equals("missing_component") ? random.nextInt(4) : -1;
        for (int i = 0; i < 4; i++) {
            small(g, component(i), i, i != missing);
        }
    }

    private static Point2D component(int index) {
        return new Point2D.Double(index % 2 == 0 ? 110 : 220, index < 2 ? -95 : 85);
    }

    private static void laminate(Graphics2D g, RandomGenerator random) {
        int tone = random.nextInt(-6, 7);
        g.setColor(new Color(20, 98 + tone, 58 + tone / 2));
        g.fill(new RoundRectangle2D.Double(-300, -210, 600, 420, 20, 20));
        g.setColor(new Color(30, 116 + tone, 70));
        g.setStroke(new BasicStroke(5));
        for (int i = 0; i < 6; i++) {
            double y = -60 + i * 26;
            g.draw(new Line2D.Double(20, y, 70 + i * 32, y));
        }
        g.setColor(new Color(200, 204, 196));
        for (int i = 0; i < 4; i++) {
            double x = i % 2 == 0 ? -278 : 258;
            double y = i < 2 ? -190 : 170;
            g.fill(new Ellipse2D.Double(x, y, 20, 20));
        }
    }

    private static void pins(Graphics2D g, RandomGenerator random) {
        for (int pin = 0; pin < 2 * PINS; pin++) {
            double x = PIN_X + (pin % PINS) * PIN_PITCH;
            double side = pin < PINS ? -1 : 1;
            g.setColor(new Color(150, 152, 156));
            g.fill(new Rectangle2D.Double(x - 6, side > 0 ? 70 : -112, 12, 42));
            double radius = 9 + random.nextDouble(1.2);
            g.setColor(new Color(176, 180, 184));
            g.fill(new Ellipse2D.Double(x - radius, side * SOLDER_Y - 16, 2 * radius, 32));
            g.setColor(new Color(216, 220, 222));
            g.fill(new Ellipse2D.Double(x - 4, side * SOLDER_Y - 9, 6, 9));
        }
    }

    private static void bridge(Graphics2D g, RandomGenerator random) {
        double x = PIN_X + random.nextInt(PINS - 1) * PIN_PITCH;
        double y = random.nextBoolean() ? SOLDER_Y : -SOLDER_Y;
        double half = random.nextDouble(7, 11);
        Path2D blob = new Path2D.Double();
        blob.moveTo(x, y - half - 4);
        blob.quadTo(x + PIN_PITCH / 2, y - half + 4, x + PIN_PITCH, y - half - 4);
        blob.lineTo(x + PIN_PITCH, y + half + 4);
        blob.quadTo(x + PIN_PITCH / 2, y + half - 2, x, y + half + 4);
        blob.closePath();
        g.setColor(new Color(184, 188, 192));
        g.fill(blob);
    }

    private static void chip(Graphics2D g) {
        g.setColor(new Color(28, 28, 30));
        g.fill(new RoundRectangle2D.Double(CHIP_X - 124, -76, 248, 152, 8, 8));
        g.setColor(new Color(120, 120, 120));
        g.fill(new Ellipse2D.Double(CHIP_X - 112, 48, 16, 16));
        g.setStroke(new BasicStroke(4));
        g.draw(new Line2D.Double(CHIP_X - 60, -14, CHIP_X + 60, -14));
        g.draw(new Line2D.Double(CHIP_X - 60, 10, CHIP_X + 30, 10));
    }

    private static void small(Graphics2D g, Point2D at, int index, boolean present) {
        double x = at.getX();
        double y = at.getY();
        g.setColor(new Color(196, 200, 204));
        g.fill(new Rectangle2D.Double(x - 16, y - 40, 32, 20));
        g.fill(new Rectangle2D.Double(x - 16, y + 20, 32, 20));
        if (present) {
            g.setColor(index % 2 == 0 ? new Color(34, 34, 36) : new Color(168, 132, 96));
            g.fill(new Rectangle2D.Double(x - 18, y - 27, 36, 54));
        }
    }
}

package dev.andon.demo.cameras;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.random.RandomGenerator;

/** A clear bottle of orange juice, 240 wide and 640 high, with a white label; the origin is the middle of its base. */
record Bottle() implements Product {

    private static final double HALF_WIDTH = 120;
    private static final double FULL = -485;
    private static final double LABEL_Y = -210;
    private static final double LABEL_HALF_HEIGHT = 85;
    private static final double BARELY_CROOKED = 0.38;

    @Override
    public String name() {
        return "bottle";
    }

    @Override
    public String partNumber() {
        return "BT-200";
    }

    @Override
    public List<String> defects() {
        return List.of("label_missing", "label_crooked", "low_fill");
    }

    @Override
    public BufferedImage scene(RandomGenerator random) {
        return Scenery.beltFromTheSide(random);
    }

    @Override
    public Pose pose(RandomGenerator random) {
        Pose pose = Pose.around(640, 0, 120, 1, 0.06, random);
        return new Pose(pose.x(), Scenery.BELT_TOP + 8, pose.angle(), pose.scale());
    }

    @Override
    public Point2D decisivePlace(RandomGenerator random) {
        return random.nextInt(5) < 2
                ? new Point2D.Double(random.nextDouble(-30, 30), FULL + random.nextDouble(-20, 60))
                : new Point2D.Double(random.nextDouble(-90, 90), LABEL_Y + random.nextDouble(-80, 80));
    }

    @Override
    public void draw(Graphics2D g, String label, RandomGenerator random) {
        Shape glass = glass();
        g.setColor(new Color(0, 0, 0, 60));
        g.fill(new java.awt.geom.Ellipse2D.Double(-130, -12, 290, 26));
        g.setColor(new Color(150, 165, 170, 110));
        g.fill(glass);
        double level = label.equals("low_fill") ? FULL + random.nextDouble(70, 170) : FULL + random.nextDouble(-9, 9);
        juice(g, glass, level, random);
        if (!label.equals("label_missing")) {
            label(g, glass, label.equals("label_crooked") ? crooked(random) : random.nextDouble(-1.2, 1.2));
        }
        shine(g, glass);
        cap(g);
    }

    private static double crooked(RandomGenerator random) {
        double degrees = random.nextDouble() < BARELY_CROOKED
                ? random.nextDouble(2.2, 4.4)
                : random.nextDouble(6.5, 14);
        return random.nextBoolean() ? degrees : -degrees;
    }

    private static Shape glass() {
        Path2D path = new Path2D.Double();
        path.moveTo(-HALF_WIDTH + 14, 0);
        path.quadTo(-HALF_WIDTH, 0, -HALF_WIDTH, -20);
        path.lineTo(-HALF_WIDTH, -370);
        path.curveTo(-HALF_WIDTH, -450, -52, -450, -48, -530);
        path.lineTo(-48, -585);
        path.lineTo(48, -585);
        path.lineTo(48, -530);
        path.curveTo(52, -450, HALF_WIDTH, -450, HALF_WIDTH, -370);
        path.lineTo(HALF_WIDTH, -20);
        path.quadTo(HALF_WIDTH, 0, HALF_WIDTH - 14, 0);
        path.closePath();
        return path;
    }

    private static void juice(Graphics2D g, Shape glass, double level, RandomGenerator random) {
        Shape clip = g.getClip();
        g.clip(glass);
        int tone = random.nextInt(-12, 13);
        g.setPaint(new LinearGradientPaint(-120, 0, 120, 0, new float[]{0, 0.25f, 0.8f, 1}, new Color[]{
            new Color(172, 92, 10 + tone / 4), new Color(232, 142 + tone, 30), new Color(222, 130 + tone, 24),
            new Color(160, 84, 8)}));
        g.fill(new Rectangle2D.Double(-HALF_WIDTH, level, 2 * HALF_WIDTH, -level));
        g.setColor(new Color(250, 200, 90, 160));
        g.fill(new Rectangle2D.Double(-HALF_WIDTH, level, 2 * HALF_WIDTH, 4));
        g.setClip(clip);
    }

    private static void label(Graphics2D g, Shape glass, double degrees) {
        Shape clip = g.getClip();
        g.clip(glass);
        Graphics2D paper = (Graphics2D) g.create();
        paper.rotate(Math.toRadians(degrees), 0, LABEL_Y);
        paper.setPaint(new GradientPaint(-130, 0, new Color(206, 206, 204), 0, 0, new Color(240, 240, 236), true));
        paper.fill(new Rectangle2D.Double(-150, LABEL_Y - LABEL_HALF_HEIGHT, 300, 2 * LABEL_HALF_HEIGHT));
        paper.setColor(new Color(178, 38, 40));
        paper.fill(new Rectangle2D.Double(-150, LABEL_Y - 42, 300, 40));
        paper.setColor(new Color(60, 60, 70));
        for (int line = 0; line < 4; line++) {
            paper.fill(new Rectangle2D.Double(-78, LABEL_Y + 16 + line * 15, 156 - line * 24, 5));
        }
        paper.dispose();
        g.setClip(clip);
    }

    private static void shine(Graphics2D g, Shape glass) {
        g.setColor(new Color(255, 255, 255, 46));
        g.fill(new Rectangle2D.Double(-98, -360, 16, 330));
        g.setColor(new Color(70, 80, 84, 150));
        g.setStroke(new BasicStroke(3));
        g.draw(glass);
    }

    private static void cap(Graphics2D g) {
        g.setPaint(new GradientPaint(-56, 0, new Color(20, 60, 130), 20, 0, new Color(50, 104, 190)));
        g.fill(new Rectangle2D.Double(-56, -640, 112, 58));
        g.setColor(new Color(16, 44, 96));
        g.setStroke(new BasicStroke(2));
        for (int x = -48; x <= 48; x += 12) {
            g.drawLine(x, -636, x, -588);
        }
    }
}

package dev.andon.demo.cameras;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.random.RandomGenerator;

/**
 * Where a part lies in the frame.
 *
 * @param x     of its origin, pixels
 * @param y     of its origin, pixels
 * @param angle radians, clockwise on the screen
 * @param scale 1 is the size of the drawing
 */
record Pose(double x, double y, double angle, double scale) {

    /** A pose that jitters around {@code x}, {@code y}. */
    static Pose around(double x, double y, double shift, double degrees, double growth, RandomGenerator random) {
        return new Pose(
                x + random.nextDouble(-shift, shift),
                y + random.nextDouble(-shift, shift) / 2,
                Math.toRadians(random.nextDouble(-degrees, degrees)),
                1 + random.nextDouble(-growth, growth));
    }

    /** From part coordinates to pixels. */
    AffineTransform transform() {
        AffineTransform transform = AffineTransform.getTranslateInstance(x, y);
        transform.rotate(angle);
        transform.scale(scale, scale);
        return transform;
    }

    Point2D toPixels(Point2D inPart) {
        return transform().transform(inPart, null);
    }
}

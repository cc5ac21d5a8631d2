package dev.andon.demo.model;

import java.util.List;

/**
 * A picture in the coordinates of the part that was found in it: u to the right, v down, the origin in its middle, in
 * the units of the product's drawing. Read only, any thread.
 */
final class PartView {

    private final Pixels pixels;
    private final double x;
    private final double y;
    private final double cos;
    private final double sin;

    PartView(Pixels pixels, double x, double y, double angle, double scale) {
        this.pixels = pixels;
        this.x = x;
        this.y = y;
        this.cos = Math.cos(angle) * scale;
        this.sin = Math.sin(angle) * scale;
    }

    double grey(double u, double v) {
        return pixels.grey(x + u * cos - v * sin, y + u * sin + v * cos);
    }

    /** Colour of the pixel at a place. */
    Colour point(double u, double v) {
        int column = (int) Math.round(x + u * cos - v * sin);
        int row = (int) Math.round(y + u * sin + v * cos);
        return new Colour(pixels.channel(column, row, 2), pixels.channel(column, row, 1),
                pixels.channel(column, row, 0));
    }

    /** Mean colour of 7 × 7 pixels spread over a rectangle around a place. */
    Colour patch(double u, double v, double halfU, double halfV) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int i = -3; i <= 3; i++) {
            for (int j = -3; j <= 3; j++) {
                Colour point = point(u + halfU * i / 3, v + halfV * j / 3);
                red += point.red();
                green += point.green();
                blue += point.blue();
            }
        }
        return new Colour(red / 49, green / 49, blue / 49);
    }

    /**
     * Share of a rectangle around a place that has none of the colours that belong there.
     *
     * @param light     brightness of the scene against that of the palette
     * @param tolerance largest distance that counts as the same colour
     */
    double foreign(double u, double v, double halfU, double halfV, List<Colour> palette, double light,
            double tolerance) {
        int foreign = 0;
        for (int i = -6; i <= 6; i++) {
            for (int j = -6; j <= 6; j++) {
                foreign += belongs(point(u + halfU * i / 6, v + halfV * j / 6), palette, light, tolerance) ? 0 : 1;
            }
        }
        return foreign / 169.0;
    }

    private static boolean belongs(Colour point, List<Colour> palette, double light, double tolerance) {
        for (Colour colour : palette) {
            if (point.distance(colour, light) <= tolerance) {
                return true;
            }
        }
        return false;
    }

    /**
     * Width of the step across a straight edge, in pixels of the picture, as contrast divided by the steepest slope:
     * 2 to 3 where the picture is sharp.
     *
     * @param u     middle of the edge
     * @param v     middle of the edge
     * @param along half the length that is looked at
     * @param level true for an edge that runs along u
     */
    double edgeWidth(double u, double v, double along, boolean level) {
        double[] profile = new double[81];
        for (int i = 0; i < profile.length; i++) {
            for (int j = -6; j <= 6; j++) {
                double across = i - 40.0;
                double beside = along * j / 6;
                profile[i] += (level ? grey(u + beside, v + across) : grey(u + across, v + beside)) / 13;
            }
        }
        return widthOf(profile);
    }

    private static double widthOf(double[] profile) {
        double low = Double.MAX_VALUE;
        double high = 0;
        double steepest = 0.01;
        for (int i = 0; i < profile.length; i++) {
            low = Math.min(low, profile[i]);
            high = Math.max(high, profile[i]);
            if (i > 1) {
                steepest = Math.max(steepest, Math.abs(profile[i] - profile[i - 2]) / 2);
            }
        }
        return (high - low) / steepest;
    }
}

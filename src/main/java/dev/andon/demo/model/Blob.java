package dev.andon.demo.model;

import java.util.Optional;

/**
 * The largest patch of a mask that does not touch the edge of the picture, its holes filled row by row, described as
 * the rectangle with the same moments. In pixels of the full picture.
 *
 * @param x          of its middle
 * @param y          of its middle
 * @param angle      of its long side, radians
 * @param halfWidth  along the angle
 * @param halfHeight across it
 * @param filled     share of that rectangle that it covers, about 1 for a rectangle
 */
record Blob(double x, double y, double angle, double halfWidth, double halfHeight, double filled) {

    static Optional<Blob> largest(boolean[] mask, int width, int height, int factor) {
        int[][] best = null;
        int most = 40;
        Patches patches = new Patches(mask, width, height);
        for (int start = 0; start < mask.length; start++) {
            if (mask[start]) {
                int size = patches.take(start);
                if (size > most && !patches.touchesEdge()) {
                    most = size;
                    best = patches.rows();
                }
            }
        }
        return best == null ? Optional.empty() : Optional.of(fit(best, factor));
    }

    private static Blob fit(int[][] rows, int factor) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int y = 0; y < rows.length; y++) {
            for (int x = rows[y][0]; x <= rows[y][1]; x++) {
                n++;
                sx += x;
                sy += y;
                sxx += (double) x * x;
                sxy += (double) x * y;
                syy += (double) y * y;
            }
        }
        double mx = sx / n;
        double my = sy / n;
        return of(n, mx, my, sxx / n - mx * mx, sxy / n - mx * my, syy / n - my * my, factor);
    }

    private static Blob of(double n, double mx, double my, double xx, double xy, double yy, int factor) {
        double angle = 0.5 * Math.atan2(2 * xy, xx - yy);
        double spread = Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
        double halfWidth = Math.sqrt(3 * ((xx + yy) / 2 + spread));
        double halfHeight = Math.sqrt(3 * Math.max(0.1, (xx + yy) / 2 - spread));
        double filled = n / (4 * halfWidth * halfHeight);
        return new Blob((mx + 0.5) * factor - 0.5, (my + 0.5) * factor - 0.5, angle, halfWidth * factor,
                halfHeight * factor, filled);
    }
}

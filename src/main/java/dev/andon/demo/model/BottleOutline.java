package dev.andon.demo.model;

import java.util.Optional;

/**
 * Where a bottle stands, from the pixels that have the colour of juice.
 *
 * @param x     of the middle of its base
 * @param base  y of its base
 * @param tilt  radians
 * @param scale 1 is the size of the drawing
 */
record BottleOutline(double x, double base, double tilt, double scale) {

    private static final double WIDTH = 240;
    private static final int FEWEST = 900;

    static Optional<BottleOutline> find(Thumbnail thumbnail) {
        boolean[] juice = thumbnail.mask(Colour::orange);
        Rows rows = Rows.of(juice, thumbnail.width(), thumbnail.height());
        if (rows.count() < FEWEST || rows.count() > juice.length / 4) {
            return Optional.empty();
        }
        int widest = rows.typicalWidth();
        int bottom = rows.lowest(widest * 3 / 5);
        if (bottom < 0 || widest < 36) {
            return Optional.empty();
        }
        double scale = widest * (double) thumbnail.factor() / (WIDTH - 4);
        double low = rows.middle(bottom - (int) (90 * scale / thumbnail.factor()), bottom - 5);
        int shoulder = bottom - (int) (305 * scale / thumbnail.factor());
        double high = rows.middle(shoulder - (int) (60 * scale / thumbnail.factor()), shoulder);
        double tilt = Double.isNaN(low) || Double.isNaN(high) ? 0 : (high - low) * thumbnail.factor() / (290 * scale);
        double base = (bottom + 1) * (double) thumbnail.factor() + 1;
        double middle = ((Double.isNaN(low) ? high : low) + 0.5) * thumbnail.factor() - tilt * 45 * scale;
        return Double.isNaN(middle) || Math.abs(tilt) > 0.12
                ? Optional.empty()
                : Optional.of(new BottleOutline(middle, base, tilt, scale));
    }
}

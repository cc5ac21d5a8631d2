package dev.andon.demo.model;

import java.util.List;

/** How much of the neighbourhood of a part has hues that do not belong there. */
final class Strangeness {

    private static final Colour GREY = new Colour(128, 128, 130);
    private static final double HUE_TOLERANCE = 0.34;
    private static final double NOTICED = 0.006;
    private static final double STRIKING = 0.05;

    private Strangeness() {}

    /**
     * 0 to 1, for a box around the part in pixels of the full picture.
     *
     * @param hues colours that belong there, besides greys
     */
    static double of(Thumbnail thumbnail, double x, double y, double halfWidth, double halfHeight,
            List<Colour> hues) {
        int factor = thumbnail.factor();
        int strange = 0;
        int all = 0;
        for (int row = at(y - halfHeight, factor, thumbnail.height()); row < at(y + halfHeight, factor,
                thumbnail.height()); row++) {
            for (int column = at(x - halfWidth, factor, thumbnail.width()); column < at(x + halfWidth, factor,
                    thumbnail.width()); column++) {
                all++;
                strange += strange(thumbnail.colour(column, row), hues) ? 1 : 0;
            }
        }
        double share = all == 0 ? 0 : (double) strange / all;
        return Math.clamp((share - NOTICED) / (STRIKING - NOTICED), 0, 1);
    }

    private static int at(double position, int factor, int end) {
        return Math.clamp((int) (position / factor), 0, end);
    }

    private static boolean strange(Colour colour, List<Colour> hues) {
        if (colour.grey() <= 14 || colour.hueDistance(GREY) <= HUE_TOLERANCE) {
            return false;
        }
        return hues.stream().noneMatch(hue -> colour.hueDistance(hue) < HUE_TOLERANCE);
    }
}

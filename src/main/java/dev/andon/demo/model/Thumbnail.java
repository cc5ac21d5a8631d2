package dev.andon.demo.model;

import java.util.function.Predicate;

/** A reduced picture. Read only, any thread. */
final class Thumbnail {

    private final int[] sums;
    private final int width;
    private final int height;
    private final int factor;

    Thumbnail(int[] sums, int width, int height, int factor) {
        this.sums = sums;
        this.width = width;
        this.height = height;
        this.factor = factor;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Pixels of the full picture per pixel of this one. */
    int factor() {
        return factor;
    }

    Colour colour(int x, int y) {
        int at = (y * width + x) * 3;
        double count = factor * factor;
        return new Colour(sums[at + 2] / count, sums[at + 1] / count, sums[at] / count);
    }

    boolean[] mask(Predicate<Colour> wanted) {
        boolean[] mask = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                mask[y * width + x] = wanted.test(colour(x, y));
            }
        }
        return mask;
    }

    /** The grey value that separates dark from bright best (Otsu 1979). */
    double darkFromBright() {
        int[] histogram = new int[256];
        double total = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grey = (int) colour(x, y).grey();
                histogram[grey]++;
                total += grey;
            }
        }
        return otsu(histogram, total, width * height);
    }

    private static double otsu(int[] histogram, double total, int count) {
        double best = -1;
        int threshold = 128;
        double sum = 0;
        double below = 0;
        for (int i = 0; i < 255; i++) {
            below += histogram[i];
            sum += (double) i * histogram[i];
            if (below == 0 || below == count) {
                continue;
            }
            double gap = sum / below - (total - sum) / (count - below);
            double between = below * (count - below) * gap * gap;
            if (between > best) {
                best = between;
                threshold = i;
            }
        }
        return threshold + 0.5;
    }
}

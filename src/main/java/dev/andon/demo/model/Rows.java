package dev.andon.demo.model;

import java.util.Arrays;

/** How many pixels of a mask each row has, and where. Read only, any thread. */
final class Rows {

    private final int[] counts;
    private final long[] sums;
    private final int total;

    private Rows(int[] counts, long[] sums, int total) {
        this.counts = counts;
        this.sums = sums;
        this.total = total;
    }

    static Rows of(boolean[] mask, int width, int height) {
        int[] counts = new int[height];
        long[] sums = new long[height];
        int total = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                counts[i / width]++;
                sums[i / width] += i % width;
                total++;
            }
        }
        return new Rows(counts, sums, total);
    }

    int count() {
        return total;
    }

    /** The width that three rows in four do not exceed, of those that have any pixel. */
    int typicalWidth() {
        int[] some = Arrays.stream(counts).filter(count -> count > 4).sorted().toArray();
        return some.length == 0 ? 0 : some[some.length * 3 / 4];
    }

    /** The lowest row with at least {@code width} pixels, or −1. */
    int lowest(int width) {
        for (int y = counts.length - 1; y >= 0; y--) {
            if (counts[y] >= width) {
                return y;
            }
        }
        return -1;
    }

    /** Mean column of the pixels between two rows; not a number where there are none. */
    double middle(int from, int to) {
        long sum = 0;
        long count = 0;
        for (int y = Math.max(0, from); y < Math.min(counts.length, to); y++) {
            sum += sums[y];
            count += counts[y];
        }
        return count == 0 ? Double.NaN : (double) sum / count;
    }
}

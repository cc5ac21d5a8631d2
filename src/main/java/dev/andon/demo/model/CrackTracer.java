package dev.andon.demo.model;

/**
 * Finds the path from a long edge of the plate inwards that is darker than both of its sides, by dynamic programming:
 * each row of the path lies at most two steps beside the row before.
 */
final class CrackTracer {

    private static final int HALF_SPAN = 172;
    private static final int ROWS = 40;
    private static final int SIDE = 6;
    private static final int REACH = 2;

    private CrackTracer() {}

    /**
     * Mean darkness of the darkest path, grey values.
     *
     * @param side −1 for the upper edge, 1 for the lower
     */
    static double darkestPath(PartView view, int side) {
        int columns = 2 * HALF_SPAN + 1;
        double[] best = new double[columns];
        for (int row = 0; row < ROWS; row++) {
            double v = side * (150 - 2 * row);
            best = extend(best, darkness(view, v), row == 0);
        }
        double darkest = 0;
        for (double sum : best) {
            darkest = Math.max(darkest, sum);
        }
        return darkest / ROWS;
    }

    private static double[] extend(double[] best, double[] darkness, boolean first) {
        double[] next = new double[best.length];
        for (int i = 0; i < best.length; i++) {
            double most = best[i];
            for (int j = Math.max(0, i - REACH); !first && j <= Math.min(best.length - 1, i + REACH); j++) {
                most = Math.max(most, best[j]);
            }
            next[i] = most + darkness[i];
        }
        return next;
    }

    private static double[] darkness(PartView view, double v) {
        double[] grey = new double[2 * (HALF_SPAN + SIDE) + 1];
        for (int i = 0; i < grey.length; i++) {
            double u = i - HALF_SPAN - SIDE;
            grey[i] = (view.grey(u, v - 0.7) + view.grey(u, v + 0.7)) / 2;
        }
        double[] darkness = new double[2 * HALF_SPAN + 1];
        for (int i = 0; i < darkness.length; i++) {
            darkness[i] = Math.clamp(Math.min(grey[i], grey[i + 2 * SIDE]) - grey[i + SIDE], -10, 60);
        }
        return darkness;
    }
}

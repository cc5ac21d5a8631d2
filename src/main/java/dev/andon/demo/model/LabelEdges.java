package dev.andon.demo.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How a label sits, from where juice ends above and below it.
 *
 * @param degrees   mean angle of its upper and lower edge against the bottle
 * @param agreement 1 where both edges have the same angle, down to 0
 */
record LabelEdges(double degrees, double agreement) {

    private static final double FAR = 420;

    static LabelEdges of(PartView view) {
        List<double[]> upper = new ArrayList<>();
        List<double[]> lower = new ArrayList<>();
        for (double u = -96; u <= 96; u += 12) {
            upper.add(new double[]{u, juiceEnds(view, u, -368, 3)});
            lower.add(new double[]{u, juiceEnds(view, u, -48, -3)});
        }
        double above = Math.toDegrees(Math.atan(slope(upper)));
        double below = Math.toDegrees(Math.atan(slope(lower)));
        return new LabelEdges((above + below) / 2, Math.clamp(1.6 - Math.abs(above - below) / 3.5, 0, 1));
    }

    private static double juiceEnds(PartView view, double u, double from, double step) {
        int run = 0;
        for (double v = from; Math.abs(v - from) < 170 && v > -FAR; v += step) {
            run = view.patch(u, v, 3, 1).orange() ? 0 : run + 1;
            if (run == 3) {
                return v - 2 * step;
            }
        }
        return from + 170 * Math.signum(step);
    }

    /** The median of the slopes between all pairs of points (Theil–Sen). */
    private static double slope(List<double[]> points) {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            for (int j = i + 1; j < points.size(); j++) {
                slopes.add((points.get(j)[1] - points.get(i)[1]) / (points.get(j)[0] - points.get(i)[0]));
            }
        }
        return Median.of(slopes.stream().mapToDouble(Double::doubleValue).toArray());
    }
}

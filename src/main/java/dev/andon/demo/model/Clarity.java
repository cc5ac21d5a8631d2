package dev.andon.demo.model;

/**
 * How well small things can be seen in a picture.
 *
 * @param edgeWidth   of the part's outline, pixels
 * @param signalNoise contrast of the part against the noise
 */
record Clarity(double edgeWidth, double signalNoise) {

    /**
     * Visibility of a feature, 0 to 1.
     *
     * @param easy  edge width at which it is still seen well
     * @param lost  edge width at which it is gone
     * @param cover share of the place that is hidden by something else
     */
    double visibility(double easy, double lost, double cover) {
        double sharp = ramp((lost - edgeWidth) / (lost - easy));
        double quiet = ramp((signalNoise - 1.2) / 4.5);
        double open = ramp(1.15 - 2.2 * cover);
        return sharp * quiet * open;
    }

    private static double ramp(double value) {
        return Math.clamp(value, 0, 1);
    }
}

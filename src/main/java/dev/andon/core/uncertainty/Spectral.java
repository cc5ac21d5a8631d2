package dev.andon.core.uncertainty;

import java.util.Arrays;

import org.hipparchus.linear.RealMatrix;

/**
 * How many meanings the captions have as a graph: U = Σ max(0, 1 − λ) with λ the eigenvalues of the normalised Laplacian
 * L = I − D<sup>−½</sup> W D<sup>−½</sup>, reported as (U − 1) / (n − 1). Lin, Trivedi and Sun, "Generating with
 * Confidence" (TMLR 2024), their U<sub>EigV</sub>.
 *
 * <p>W holds the cosines, those below 0 as 0: captions that contradict one another have nothing in common, and the
 * degrees D, sums of the rows, stay at 1 or above. The 1 − λ are the eigenvalues of D<sup>−½</sup> W D<sup>−½</sup>.
 */
final class Spectral implements Measure.OfCosines {

    @Override
    public String name() {
        return Measures.SPECTRAL;
    }

    @Override
    public double score(Cosines cosines) {
        if (cosines.allAlike()) {
            return 0;
        }
        double meanings = meanings(Spectrum.matrix(cosines, cosine -> Math.max(0, cosine)));
        return Math.clamp((meanings - 1) / (cosines.count() - 1), 0.0, 1.0);
    }

    /**
     * U of the graph.
     *
     * @param weights W: symmetric, none below 0, no row without one above 0
     */
    static double meanings(RealMatrix weights) {
        int n = weights.getRowDimension();
        double[] degrees = new double[n];
        Arrays.setAll(degrees, i -> Arrays.stream(weights.getRow(i)).reduce(0, Double::sum));
        RealMatrix normalised = weights.copy();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                normalised.multiplyEntry(i, j, 1 / Math.sqrt(degrees[i] * degrees[j]));
            }
        }
        return Arrays.stream(Spectrum.of(normalised)).filter(value -> value > 0).reduce(0, Double::sum);
    }
}

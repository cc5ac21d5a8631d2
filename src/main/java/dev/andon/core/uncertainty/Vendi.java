package dev.andon.core.uncertainty;

import java.util.Arrays;

import org.hipparchus.linear.RealMatrix;

/**
 * How many different captions there are in effect, VS = exp(−Σ λ ln λ) with λ the eigenvalues of K / n and K the matrix
 * of cosines, reported as (VS − 1) / (n − 1): 0 where all have one direction, 1 where all are at right angles. Friedman
 * and Dieng, "The Vendi Score" (TMLR 2023), definition 3.1.
 *
 * <p>Eigenvalues are at least 0 but for rounding; what is not above 0 adds nothing.
 */
final class Vendi implements Measure.OfCosines {

    @Override
    public String name() {
        return Measures.VENDI;
    }

    @Override
    public double score(Cosines cosines) {
        if (cosines.allAlike()) {
            return 0;
        }
        int n = cosines.count();
        return Math.clamp((effectiveNumber(Spectrum.matrix(cosines, cosine -> cosine / n)) - 1) / (n - 1), 0.0, 1.0);
    }

    private static double effectiveNumber(RealMatrix kernel) {
        double entropy = Arrays.stream(Spectrum.of(kernel)).filter(lambda -> lambda > 0)
                .map(lambda -> -lambda * StrictMath.log(lambda)).reduce(0, Double::sum);
        return StrictMath.exp(entropy);
    }
}

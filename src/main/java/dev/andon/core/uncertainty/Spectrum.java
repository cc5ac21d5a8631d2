package dev.andon.core.uncertainty;

import java.util.function.DoubleUnaryOperator;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * The eigenvalues of a symmetric matrix, by Hipparchus, which computes in plain Java: the same on every machine. The
 * order of rows and columns shows in their last bits.
 */
final class Spectrum {

    private Spectrum() {}

    /** The cosines as a matrix with a diagonal of 1, each passed through {@code entry}. */
    static RealMatrix matrix(Cosines cosines, DoubleUnaryOperator entry) {
        int n = cosines.count();
        RealMatrix matrix = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.setEntry(i, j, entry.applyAsDouble(cosines.between(i, j)));
            }
        }
        return matrix;
    }

    /** In descending order. */
    static double[] of(RealMatrix symmetric) {
        return new EigenDecompositionSymmetric(symmetric).getEigenvalues();
    }
}

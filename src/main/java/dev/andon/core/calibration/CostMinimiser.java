package dev.andon.core.calibration;

import dev.andon.core.calibration.LearnerState.Learnt;
import dev.andon.core.decision.Costs;
import org.jspecify.annotations.Nullable;

/**
 * The threshold of least expected cost.
 *
 * <p>A scorable frame that is held costs a review. One that is accepted costs what its error costs, times the
 * {@link ErrorCurve} at its score, and a review where its lot wins. How many frames have a score is known of all of them;
 * how many of these are wrong, of the judged ones. Whether a frame is judged depends on its score and its lot, so given
 * the score judged frames are like the others, and weights of 1 / (inclusion probability) would cancel: they are left out,
 * and with them the noise that they add. What nobody can tell counts as the dearer error. What a call costs is part of the
 * cost and does not move the threshold.
 */
final class CostMinimiser {

    /** Judged frames before there is a threshold. */
    static final int ENOUGH = 200;

    /** Judged frames after which it is computed anew. */
    static final int EVERY = 100;

    /** By how much the expected cost has to fall before the threshold moves, so that noise does not move it. */
    private static final double WORTHWHILE = 0.005;

    private CostMinimiser() {}

    /**
     * The threshold.
     *
     * @param judged  by outcome, at least one frame
     * @param scores  of all scorable frames, at least one
     * @param frames  from which the scores come, scorable or not
     * @param cap     index of the loosest threshold that there may be
     * @param present stays where another one is not cheaper by enough; null for none
     */
    static Learnt of(Outcomes judged, Histogram scores, int frames, Costs costs, double auditShare, int cap,
            @Nullable Learnt present) {
        double[] expected = expected(judged, scores, costs, auditShare, cap);
        int least = 0;
        for (int i = 1; i < expected.length; i++) {
            least = expected[i] < expected[least] ? i : least;
        }
        int index = least + Grid.NONE;
        if (present != null && present.index() <= cap
                && expected[present.index() - Grid.NONE] <= expected[least] * (1 + WORTHWHILE)) {
            index = present.index();
        }
        double scorable = (double) scores.total() / frames;
        double cost = scorable * expected[index - Grid.NONE] + (1 - scorable) * costs.review();
        return new Learnt(index, words(judged, cost, costs), judged.total(), cost, null, null);
    }

    /** The expected cost of a scorable frame, of no threshold and then of each index up to the cap. */
    private static double[] expected(Outcomes judged, Histogram scores, Costs costs, double auditShare,
            int cap) {
        Histogram all = judged.all();
        boolean escapesAreDearer = costs.escape() >= costs.falseReject();
        Histogram unknown = judged.of(Outcome.UNKNOWN);
        Histogram escapes = judged.of(Outcome.ESCAPE);
        Histogram rejects = judged.of(Outcome.FALSE_REJECT);
        double[] escaped = ErrorCurve.fit(all, escapesAreDearer ? sum(escapes, unknown) : escapes, scores);
        double[] rejected = ErrorCurve.fit(all, escapesAreDearer ? rejects : sum(rejects, unknown), scores);
        double[] expected = new double[cap + 2];
        expected[0] = costs.review();
        for (int i = 0; i <= cap; i++) {
            double share = (double) scores.at(i) / scores.total();
            double accepted = escaped[i] * costs.escape() + rejected[i] * costs.falseReject()
                    + auditShare * costs.review();
            expected[i + 1] = expected[i] + share * (accepted - costs.review());
        }
        return expected;
    }

    private static String words(Outcomes judged, double cost, Costs costs) {
        return "expected cost of a frame " + Words.number(cost) + ", against " + Words.number(costs.review())
                + " where all are held, calls left out: by " + Words.count(judged.total()) + " verdicts, among them "
                + Words.count(judged.of(Outcome.ESCAPE).total()) + " escapes, "
                + Words.count(judged.of(Outcome.FALSE_REJECT).total()) + " false rejects and "
                + Words.count(judged.of(Outcome.UNKNOWN).total()) + " that nobody could tell";
    }

    private static Histogram sum(Histogram one, Histogram other) {
        Histogram sum = one.copy();
        sum.addAll(other);
        return sum;
    }
}

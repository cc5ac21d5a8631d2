package dev.andon.core.calibration;

import dev.andon.core.calibration.LearnerState.Learnt;

import org.jspecify.annotations.Nullable;

/**
 * The threshold that fills what people can review, by recent scores.
 *
 * <p>Of all frames, people review those that rules 1 to 6 hold, and of the scorable ones those above the threshold and,
 * below it, the share π that lots pick. With r the share that they can review, h and s = 1 − h those of frames that are
 * not scorable and that are, the share of scorable frames to hold is ((r − h) / s − π) / (1 − π).
 */
final class BudgetQuantile {

    /** By how many standard errors the threshold in force may miss before it is replaced, so that noise does not move it. */
    private static final double TOLERANCE = 2;

    /** More than rounding can move a number of frames. */
    private static final double ROUNDING = 1e-6;

    private BudgetQuantile() {}

    /**
     * The threshold; the present one where that still does.
     *
     * @param scores      at least one
     * @param frames      from which the scores come, scorable or not
     * @param reviewShare of all frames
     * @param cap         index of the loosest threshold that there may be
     */
    static Learnt of(Histogram scores, int frames, double reviewShare, double auditShare, int cap,
            @Nullable Learnt present) {
        int scorable = scores.total();
        double share = share((double) scorable / frames, reviewShare, auditShare);
        int index = quantile(scores, share, cap);
        if (present != null && present.windowEnded() == null && present.index() <= cap
                && stillDoes(scores, share, present.index(), index)) {
            return present;
        }
        return new Learnt(index,
                "the " + Words.percent(share) + " of scorable frames that differ most are held, so that "
                        + "people review " + Words.percent(reviewShare) + " of all: by " + Words.count(scorable)
                        + " scores, and " + Words.count(frames - scorable) + " frames without one",
                0, null, null, null);
    }

    /** The share of scorable frames to hold. */
    static double share(double scorable, double reviewShare, double auditShare) {
        double left = (reviewShare - (1 - scorable)) / scorable - auditShare;
        return left <= 0 ? 0 : Math.min(1, left / (1 - auditShare));
    }

    /** The strictest threshold above which there is no more than a share of the scores. */
    static int quantile(Histogram scores, double share, int cap) {
        int index = 0;
        int above = scores.total() - scores.at(0);
        while (index < cap && above > share * scores.total() + ROUNDING) {
            above -= scores.at(++index);
        }
        return index;
    }

    private static boolean stillDoes(Histogram scores, double share, int present, int index) {
        double total = scores.total();
        double held = (total - scores.upTo(present)) / total;
        double error = Math.max(Math.sqrt(share * (1 - share) / total), 1 / total);
        return present == index || Math.abs(held - share) <= TOLERANCE * error;
    }
}

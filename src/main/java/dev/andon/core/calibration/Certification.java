package dev.andon.core.calibration;

import java.time.Instant;

import dev.andon.core.decision.Promise;
import org.hipparchus.special.Beta;
import org.jspecify.annotations.Nullable;

/**
 * A look at the evidence: the loosest threshold of which P(wrong | accepted) ≤ alpha can be shown.
 *
 * <p>"Learn then Test" (Angelopoulos et al., arXiv 2110.01052): each threshold of the grid is a hypothesis that it breaks the
 * promise, its p-value is BinomCDF(wrong; accepted, alpha), and the hypotheses are tested in an order that is fixed in
 * advance, towards looser thresholds, each with the whole level for as long as all before it were rejected. With more than
 * one start this is the fallback procedure (Wiens, Pharmaceutical Statistics 2, 2003): a start adds its share to what has
 * come down to it. Either way no threshold that breaks the promise is certified, but with probability delta of the look.
 * Where escapes have an alpha of their own, both p-values have to pass at the level (intersection-union).
 *
 * <p>Each look has a share of delta of its own. So with probability 1 − delta of the window no look certifies a threshold
 * that breaks the promise, and then all that were certified keep it, whatever a later look fails to show. The loosest of
 * them may be used, chosen after the fact, for what holds of all of them holds of the one that is chosen.
 */
final class Certification {

    private Certification() {}

    /**
     * The certificate of a look; null where nothing passes.
     *
     * @param counts of the frames of the look
     * @param shares of delta by index
     * @param cap    index of the loosest threshold that may be certified
     * @param since  when the window began
     */
    static @Nullable Certificate look(Counts counts, Promise promise, double delta, double[] shares, int cap,
            Instant since) {
        Certificate found = null;
        double level = 0;
        int accepted = 0;
        int wrong = 0;
        int escapes = 0;
        for (int i = 0; i <= cap; i++) {
            accepted += counts.judged().at(i);
            wrong += counts.wrong().at(i);
            escapes += counts.escapes().at(i);
            level += shares[i] * delta;
            if (level > 0 && passes(promise, level, accepted, wrong, escapes)) {
                found = new Certificate(i, promise.alpha(), promise.escapeAlpha(), promise.delta(),
                        counts.judged().total(), promise.looks().getLast(), accepted, wrong, escapes, since);
            } else {
                level = 0;
            }
        }
        return found;
    }

    private static boolean passes(Promise promise, double level, int accepted, int wrong, int escapes) {
        Double escapeAlpha = promise.escapeAlpha();
        return atMost(wrong, accepted, promise.alpha()) <= level
                && (escapeAlpha == null || atMost(escapes, accepted, escapeAlpha) <= level);
    }

    /** BinomCDF(errors; trials, share). */
    static double atMost(int errors, int trials, double share) {
        return errors >= trials ? 1 : Beta.regularizedBeta(1 - share, trials - errors, errors + 1.0);
    }
}

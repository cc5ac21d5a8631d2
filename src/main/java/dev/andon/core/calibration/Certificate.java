package dev.andon.core.calibration;

import java.time.Instant;

import dev.andon.core.decision.Promise;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the evidence has shown of a threshold.
 *
 * @param index       of the threshold on the grid
 * @param alpha       largest share of wrong ones among the accepted
 * @param escapeAlpha largest share of escapes among them; null where none was promised
 * @param delta       largest probability that this is not so
 * @param judged      frames that were looked at
 * @param planned     frames of the last look of the window
 * @param accepted    of the judged ones, with a score up to the threshold
 * @param wrong       of the accepted ones
 * @param escapes     of the accepted ones
 * @param since       when the window began
 */
public record Certificate(
        int index,
        double alpha,
        @Nullable Double escapeAlpha,
        double delta,
        int judged,
        int planned,
        int accepted,
        int wrong,
        int escapes,
        Instant since) {

    /** Whether it promises no less than is asked for. */
    boolean covers(Promise asked) {
        Double escapes = asked.escapeAlpha();
        return alpha <= asked.alpha() && delta <= asked.delta()
                && (escapes == null || (escapeAlpha != null && escapeAlpha <= escapes));
    }

    /** The certificate as a sentence for people. */
    public String words() {
        return "at most " + Words.percent(alpha) + " wrong"
                + (escapeAlpha == null ? "" : " and " + Words.percent(escapeAlpha) + " escapes")
                + " among accepted, " + Words.percent(1 - delta) + " confidence: " + Words.count(wrong) + " wrong"
                + (escapeAlpha == null ? "" : ", " + Words.count(escapes) + " of them escapes,") + " of "
                + Words.count(accepted) + " judged up to " + Words.number(Grid.value(index)) + ", at "
                + Words.count(judged) + " of " + Words.count(planned) + " frames, window from " + Words.date(since);
    }
}

package dev.andon.core.decision;

import java.time.Duration;

/**
 * How a threshold is learnt, whatever its mode.
 *
 * @param maxValue        the loosest threshold that may come of it, 0 to 1
 * @param answerWithin    time after which a frame that nobody judged counts as wrong
 * @param correlationTime frames of one camera within the same stretch of this length count once; zero for each by itself
 * @param window          how long evidence is gathered before it is begun anew
 * @param graceWindow     how long a certificate outlives its window
 */
public record Learning(double maxValue, Duration answerWithin, Duration correlationTime, Duration window,
        Duration graceWindow) {

    /** A day to answer, a month to learn, a week more to renew. */
    public static final Learning USUAL = new Learning(1, Duration.ofDays(1), Duration.ZERO, Duration.ofDays(30),
            Duration.ofDays(7));
}

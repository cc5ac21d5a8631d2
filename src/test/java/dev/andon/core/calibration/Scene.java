package dev.andon.core.calibration;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * A line as a simulation knows it.
 *
 * @param scores     the score at a rank from 0 to 1
 * @param errors     the probability that a frame is wrong, by score
 * @param unanswered share of the frames that nobody judges, by outcome
 * @param group      frames in a row of one unit, with one score and one outcome
 */
record Scene(String name, DoubleUnaryOperator scores, DoubleUnaryOperator errors, ToDoubleFunction<Outcome> unanswered,
        int group) {

    /** Scores spread evenly, and all frames judged. */
    static Scene even(String name, DoubleUnaryOperator errors) {
        return new Scene(name, rank -> rank, errors, _ -> 0, 1);
    }

    /** The curve of the method, with scores spread evenly. */
    static Scene ofTheMethod() {
        return even("of the method", cubic(.01));
    }

    static DoubleUnaryOperator cubic(double base) {
        return u -> base + .4 * u * u * u;
    }

    @Override
    public String toString() {
        return name;
    }
}

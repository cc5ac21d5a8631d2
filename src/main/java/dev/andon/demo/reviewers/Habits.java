package dev.andon.demo.reviewers;

import java.time.Duration;
import java.util.SplittableRandom;

import dev.andon.core.sampling.Result;

/**
 * How simulated reviewers work. What becomes of a frame depends on its name and the seed alone.
 *
 * @param unanswered share of the frames that nobody looks at
 * @param wrong      share of the verdicts that are the opposite of the truth
 * @param delay      until a verdict, on average; exponentially distributed
 */
record Habits(double unanswered, double wrong, Duration delay, long seed) {

    /** One frame in a hundred is left lying, one verdict in two hundred is wrong. */
    static Habits usual(long seed) {
        return new Habits(0.01, 0.005, Duration.ofSeconds(1), seed);
    }

    /** What a reviewer does with a frame. */
    sealed interface Deed {

        /** Nothing. */
        record Leaves() implements Deed {}

        /** Judges it. */
        record Judges(Result result, boolean mistaken, Duration after) implements Deed {}
    }

    /**
     * What becomes of a frame.
     *
     * @param truth {@code OK} or {@code NOT_OK}
     */
    Deed with(String frameId, Result truth) {
        SplittableRandom random = new SplittableRandom(seed ^ frameId.hashCode());
        if (random.nextDouble() < unanswered) {
            return new Deed.Leaves();
        }
        boolean mistaken = random.nextDouble() < wrong;
        Result opposite = truth == Result.OK ? Result.NOT_OK : Result.OK;
        double patience = -Math.log(1 - random.nextDouble());
        return new Deed.Judges(mistaken ? opposite : truth, mistaken,
                Duration.ofNanos((long) (delay.toNanos() * patience)));
    }
}

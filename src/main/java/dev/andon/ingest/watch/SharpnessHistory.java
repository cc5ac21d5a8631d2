package dev.andon.ingest.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The sharpness that a camera's pictures usually have: a median of the last hours. One thread.
 *
 * <p>It begins as the median of the first pictures, and then walks: up a little for each picture that is sharper than it,
 * down a little for each that is less sharp. It comes to rest where both are equally many, which is what a median is,
 * however far outliers are away; and it needs one number in place of hours of pictures. Steps are factors, since sharpness
 * is a variance and differs from camera to camera by orders of magnitude. They grow with the time between pictures, so that
 * the median can double or halve at the fastest in {@code halves}, whatever the camera's rate: it follows dusk and dirt that
 * settles in weeks, and cannot follow a lens that is knocked.
 *
 * <p>After Ma, Muthukrishnan and Sandler, "Frugal streaming for estimating quantiles: one (or two) memory suffices"
 * (arXiv 1407.1121), with steps that are multiplied in place of added.
 */
final class SharpnessHistory {

    /** At most so often something is learnt, so that the first pictures are those of minutes, not of seconds. */
    static final Duration EVERY = Duration.ofSeconds(1);

    /** Longer pauses count as so long: one picture must not move it far. */
    private static final Duration LONGEST_STEP = Duration.ofMinutes(1);

    /** A flat image has none at all, and no factor leads away from 0. */
    private static final double LEAST = 0.01;

    private final double[] first;
    private final Duration halves;
    private int learnt;
    private double median;
    private @Nullable Instant last;

    /**
     * Knows nothing yet.
     *
     * @param begins pictures from which it begins, at least 1
     * @param halves in which it can double or halve
     */
    SharpnessHistory(int begins, Duration halves) {
        first = new double[begins];
        this.halves = halves;
    }

    /** Null until it has seen enough. */
    @Nullable
    Double median() {
        return learnt < first.length ? null : median;
    }

    void learn(Instant at, double sharpness) {
        if (last != null && at.isBefore(last.plus(EVERY))) {
            return;
        }
        double seen = Math.max(sharpness, LEAST);
        if (learnt < first.length) {
            begin(seen);
        } else if (last != null) {
            walk(seen, Duration.between(last, at));
        }
        last = at;
    }

    private void begin(double seen) {
        first[learnt++] = seen;
        if (learnt == first.length) {
            Arrays.sort(first);
            median = first[first.length / 2];
        }
    }

    private void walk(double seen, Duration passed) {
        double millis = Math.min(passed.toMillis(), LONGEST_STEP.toMillis());
        double step = Math.pow(2, millis / halves.toMillis());
        median = seen > median ? Math.min(seen, median * step) : Math.max(seen, median / step);
    }
}

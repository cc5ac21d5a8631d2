package dev.andon.bench.overhead;

/**
 * How much is measured.
 *
 * @param rounds  through all stages, each time with new processes and topics
 * @param warmUp  that is not counted
 * @param counted part of a run
 */
record Scale(int rounds, Stretch warmUp, Stretch counted) {

    static final Scale FULL = new Scale(3, Stretch.of(6_000, 40), Stretch.of(9_000, 40));
    static final Scale QUICK = new Scale(1, Stretch.of(1_000, 15), Stretch.of(1_500, 15));

    /** Frames that are under way or wait while the last ones are counted. */
    private static final long RESERVE = 500;

    /** With more frames. */
    Scale times(int factor) {
        return new Scale(rounds, warmUp.times(factor), counted.times(factor));
    }

    /** Frames that nobody is done with before the end. */
    long frames() {
        return warmUp.frames() + counted.frames() + RESERVE;
    }
}

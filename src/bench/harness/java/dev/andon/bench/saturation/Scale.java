package dev.andon.bench.saturation;

import java.time.Duration;

import dev.andon.bench.plant.Layout;
import dev.andon.bench.stub.Latency;

/**
 * How much is measured.
 *
 * @param runs    of each contender at each layout, each with new processes
 * @param slots   of the model, and calls that a contender may have under way
 * @param latency of a call
 * @param warmUp  after the first answer
 * @param window  of one measurement
 * @param windows in a run
 */
record Scale(int runs, int slots, Latency latency, Duration warmUp, Duration window, int windows) {

    private static final double RESERVE = 1.25;

    static final Scale FULL = new Scale(3, 64, new Latency(Duration.ofMillis(400), 0.25, 0), Duration.ofSeconds(10),
            Duration.ofSeconds(8), 3);
    static final Scale QUICK = new Scale(1, 64, new Latency(Duration.ofMillis(800), 0.25, 0), Duration.ofSeconds(6),
            Duration.ofSeconds(3), 3);

    /** The same with another time before anything is counted. */
    Scale warmedUpFor(Duration time) {
        return new Scale(runs, slots, latency, time, window, windows);
    }

    /** Frames that nobody can decide within a run. */
    long frames(Layout layout) {
        double capacity = slots / (layout.samples() * latency.mean().toNanos() / 1e9);
        double seconds = warmUp.plus(window.multipliedBy(windows)).toSeconds() + 4.0;
        return Math.round(capacity * seconds * RESERVE);
    }
}

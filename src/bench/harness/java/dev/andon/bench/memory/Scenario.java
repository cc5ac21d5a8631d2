package dev.andon.bench.memory;

import java.time.Duration;

import dev.andon.bench.plant.Layout;
import dev.andon.bench.stub.Latency;

/**
 * One thing to measure: frames of 2 MB, and a model with as many slots as there may be calls.
 *
 * @param title    in reports and topics
 * @param backlog  frames that are there before the program is
 * @param load     of frames that come meanwhile: a share of what the model could do if it were not slow
 * @param slowness how many times as long as usual the model takes
 * @param time     that it is watched, from the first decision on
 */
record Scenario(String title, long backlog, double load, double slowness, Duration time) {

    static final int CALLS = 64;
    private static final int SAMPLES = 5;
    private static final int IMAGE = 2_000_000;
    private static final Latency USUAL = new Latency(Duration.ofSeconds(1), 0.25, 0);

    Latency latency() {
        return USUAL.times(slowness);
    }

    Layout layout() {
        return new Layout(title, 8, 16, 0, SAMPLES, IMAGE);
    }

    /** Frames a second that come meanwhile. */
    double rate() {
        return load * CALLS / (SAMPLES * USUAL.mean().toNanos() / 1e9);
    }

    /** Bytes of all its frames. */
    long bytes() {
        return Math.round((backlog + rate() * time.toSeconds()) * IMAGE);
    }
}

package dev.andon.bench.scale;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param warmUp    frames of each line that are not counted
 * @param saturated how long the frames last that it finds at once, about
 * @param half      how long frames come at half the rate
 */
record Scale(int warmUp, Duration saturated, Duration half) {

    static final Scale FULL = new Scale(10, Duration.ofMinutes(3), Duration.ofMinutes(2));
    static final Scale QUICK = new Scale(2, Duration.ofSeconds(20), Duration.ofSeconds(20));
}

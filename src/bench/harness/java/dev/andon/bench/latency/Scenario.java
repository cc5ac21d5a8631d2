package dev.andon.bench.latency;

import java.time.Duration;
import java.util.Locale;

import dev.andon.bench.plant.Contender;
import dev.andon.bench.plant.Layout;
import dev.andon.bench.stub.Latency;

/**
 * One thing to measure.
 *
 * @param contender who
 * @param load      share of what the model can do at most
 * @param slowTail  whether 1 % of the calls take ten times as long
 * @param slots     of the model, and calls that a contender may have under way
 * @param call      how long a call takes, ± 25 %
 * @param warmUp    that is not counted
 * @param time      that is
 */
record Scenario(Contender contender, double load, boolean slowTail, int slots, Duration call, Duration warmUp,
        Duration time) {

    private static final double SPREAD = 0.25;
    private static final double SLOW = 0.01;

    Latency latency() {
        return new Latency(call, SPREAD, slowTail ? SLOW : 0);
    }

    /** Topics of its own, so that nothing waits when it begins. */
    Layout layout(int run) {
        String name = String.format(Locale.ROOT, "%s-%.0f-%s-%d", contender.title(), load * 100,
                slowTail ? "tail" : "even", run);
        return new Layout(name, 8, 16, 0, 5, 100_000);
    }

    /** Frames a second. */
    double rate(Layout layout) {
        return load * slots / (layout.samples() * latency().mean().toNanos() / 1e9);
    }
}

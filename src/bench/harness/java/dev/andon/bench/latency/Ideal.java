package dev.andon.bench.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.andon.bench.plant.Arrivals;
import dev.andon.bench.plant.Decided;
import dev.andon.bench.plant.Layout;

/**
 * Nobody: the same arrivals, computed, where everything but the model takes no time. What is added there are the waits for a
 * slot, first come first served, and for the frame before of the line; no contender that keeps the order can add less.
 * One thread.
 */
final class Ideal {

    private static final double MILLIS = 1e3;

    private final Scenario scenario;
    private final Layout layout;
    private final SplittableRandom random;
    private final PriorityQueue<Double> slots;
    private final Map<Integer, Double> ends = new HashMap<>();

    private Ideal(Scenario scenario, int run) {
        this.scenario = scenario;
        this.layout = scenario.layout(run);
        this.random = new SplittableRandom(run);
        this.slots = new PriorityQueue<>(Collections.nCopies(scenario.slots(), 0.0));
    }

    /** All runs of a scenario. */
    static Observed of(Scenario scenario, int runs) {
        List<Decided> decided = IntStream.rangeClosed(1, runs)
                .mapToObj(run -> new Ideal(scenario, run).frames(run).stream()).flatMap(run -> run).toList();
        return new Observed(decided, 0, 0);
    }

    private List<Decided> frames(int run) {
        Arrivals arrivals = new Arrivals(scenario.rate(layout), run);
        List<Decided> decided = new ArrayList<>();
        for (double at = arrivals.next(); at <= seconds(scenario.time()); at = arrivals.next()) {
            decided.add(frame(decided.size(), at));
        }
        return decided;
    }

    private Decided frame(int number, double arrival) {
        double slowest = 0;
        double end = 0;
        for (int sample = 0; sample < layout.samples(); sample++) {
            double call = seconds(scenario.latency().next(random));
            double done = Math.max(arrival, slots.remove()) + call;
            slots.add(done);
            slowest = Math.max(slowest, call);
            end = Math.max(end, done);
        }
        int line = layout.lineOf(number);
        end = Math.max(end, ends.getOrDefault(line, 0.0));
        ends.put(line, end);
        long captured = Math.round(arrival * MILLIS);
        return new Decided(number, Integer.toString(line), captured, Math.round(end * MILLIS),
                Math.round(slowest * MILLIS));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}

package dev.andon.bench.stub;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a call is in service.
 *
 * @param typical   of most calls
 * @param spread    0 to 1: uniform within {@code typical · (1 ± spread)}
 * @param slowShare of the calls that take {@value #SLOW} times as long; 0 to 1
 */
public record Latency(Duration typical, double spread, double slowShare) {

    static final int SLOW = 10;

    /** The mean. */
    public Duration mean() {
        return scaled(1 + slowShare * (SLOW - 1));
    }

    /** That of a call. */
    public Duration next(RandomGenerator random) {
        double factor = 1 + spread * (2 * random.nextDouble() - 1);
        return scaled(random.nextDouble() < slowShare ? factor * SLOW : factor);
    }

    /** This many times as slow. */
    public Latency times(double factor) {
        return new Latency(scaled(factor), spread, slowShare);
    }

    private Duration scaled(double factor) {
        return Duration.ofNanos(Math.round(typical.toNanos() * factor));
    }
}

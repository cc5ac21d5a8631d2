package dev.andon.metrics;

import java.time.Duration;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts and times under the names of {@link MetricNames}. Any thread. */
public final class Recorder {

    private final MeterRegistry registry;

    public Recorder(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Adds one.
     *
     * @param labels name, value, name, value, …
     */
    public void count(String name, String... labels) {
        add(name, 1, labels);
    }

    /** Adds {@code amount}, at least 0. */
    public void add(String name, double amount, String... labels) {
        registry.counter(name, labels).increment(amount);
    }

    /** Records one duration. */
    public void time(String name, Duration duration, String... labels) {
        registry.timer(name, labels).record(duration);
    }

    /** Shows a value that is asked for whenever somebody looks. */
    public void gauge(String name, Supplier<Number> value, String... labels) {
        Gauge.builder(name, value).tags(labels).register(registry);
    }

    /**
     * Meters that come and go together. Another group with the same labels has to be closed before.
     *
     * @param labels of all of them
     */
    public MeterGroup group(String... labels) {
        return new MeterGroup(registry, labels);
    }

    /** What a counter stands at; 0 where nothing was counted yet. */
    public double counted(String name, String... labels) {
        return registry.find(name).tags(labels).counters().stream().mapToDouble(c -> c.count()).sum();
    }
}

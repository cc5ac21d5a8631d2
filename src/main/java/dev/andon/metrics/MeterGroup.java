package dev.andon.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * Meters that have labels in common, and go together. Has to be kept for as long as they are to be shown: counters that are
 * asked for their values are not kept by the registry. Any thread.
 */
public final class MeterGroup implements AutoCloseable {

    private final MeterRegistry registry;
    private final Tags labels;
    private final List<Meter> meters = new CopyOnWriteArrayList<>();
    private final List<Supplier<Number>> kept = new CopyOnWriteArrayList<>();

    MeterGroup(MeterRegistry registry, String... labels) {
        this.registry = registry;
        this.labels = Tags.of(labels);
    }

    /** Shows a value that is asked for whenever somebody looks; not a number for none. */
    public void gauge(String name, Supplier<Number> value, String... more) {
        meters.add(Gauge.builder(name, value).tags(labels.and(more)).register(registry));
    }

    /** Shows a count that never becomes less, and is asked for whenever somebody looks. */
    public void count(String name, Supplier<Number> value, String... more) {
        kept.add(value);
        meters.add(FunctionCounter.builder(name, value, asked -> asked.get().doubleValue()).tags(labels.and(more))
                .register(registry));
    }

    /** They are shown no more. */
    @Override
    public void close() {
        meters.forEach(registry::remove);
        kept.clear();
    }
}

package dev.andon.demo;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.andon.metrics.MetricNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What the program says of itself while it runs: for the live status and for pacing the cameras, never for the summary.
 *
 * @param accepted frames
 * @param held     frames by reason
 * @param dropped  dead letters and repeated frames
 * @param inFlight frames in the ledger
 */
record Progress(long accepted, Map<String, Long> held, long dropped, long inFlight) {

    Progress {
        held = new TreeMap<>(held);
    }

    static Progress of(MeterRegistry meters) {
        long accepted = 0;
        Map<String, Long> held = new TreeMap<>();
        for (Counter counter : meters.find(MetricNames.FRAMES_DECIDED).counters()) {
            long count = (long) counter.count();
            if ("ACCEPTED".equals(counter.getId().getTag("route"))) {
                accepted += count;
            } else {
                held.merge(String.valueOf(counter.getId().getTag("reason")), count, Long::sum);
            }
        }
        long dropped = count(meters, MetricNames.DEAD_LETTERS) + count(meters, MetricNames.FRAMES_DUPLICATE);
        return new Progress(accepted, held, dropped, gauge(meters, MetricNames.LEDGER_SIZE));
    }

    /** Frames that the program is done with. */
    long done() {
        return accepted + heldInAll() + dropped;
    }

    /** One line for people. */
    String describe(long sent, double framesPerSecond) {
        String reasons = held.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%6.1f frames/s | sent %d | in flight %d | accepted %d | held %d%s",
                framesPerSecond, sent, inFlight, accepted, heldInAll(), reasons.isEmpty() ? "" : ": " + reasons);
    }

    private long heldInAll() {
        return held.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long count(MeterRegistry meters, String name) {
        return (long) meters.find(name).counters().stream().mapToDouble(Counter::count).sum();
    }

    private static long gauge(MeterRegistry meters, String name) {
        return (long) meters.find(name).gauges().stream().mapToDouble(Gauge::value).sum();
    }
}

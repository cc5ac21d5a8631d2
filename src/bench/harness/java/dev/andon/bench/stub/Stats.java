package dev.andon.bench.stub;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the stub has counted since it started.
 *
 * @param atNanos   on a clock of its own
 * @param slots     that there are
 * @param busyNanos summed over the slots
 * @param calls     answered
 * @param bytes     of the bodies of all calls
 * @param waiting   calls that wait for a slot now
 */
public record Stats(long atNanos, long slots, long busyNanos, long calls, long bytes, long waiting) {

    /** The share of the slots' time that was busy since an earlier look. */
    public double busyShareSince(Stats before) {
        return (double) (busyNanos - before.busyNanos) / ((double) slots * (atNanos - before.atNanos));
    }

    /** Answered calls a second since an earlier look. */
    public double callsPerSecondSince(Stats before) {
        return (calls - before.calls) * 1e9 / (atNanos - before.atNanos);
    }

    String toJson() {
        return String.format(Locale.ROOT,
                "{\"atNanos\":%d,\"slots\":%d,\"busyNanos\":%d,\"calls\":%d,\"bytes\":%d,\"waiting\":%d}", atNanos,
                slots, busyNanos, calls, bytes, waiting);
    }

    /** Reads what {@link #toJson} wrote. */
    static Stats of(String json) {
        Map<String, Long> values = Arrays.stream(json.replaceAll("[{}\"\\s]", "").split(","))
                .map(pair -> pair.split(":")).collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
        Function<String, Long> value = name -> values.getOrDefault(name, 0L);
        return new Stats(value.apply("atNanos"), value.apply("slots"), value.apply("busyNanos"), value.apply("calls"),
                value.apply("bytes"), value.apply("waiting"));
    }
}
